package dev.onbehalf.scenario;

/** An action on a resource: what the resource server always knows of a request. */
public record Target(String resource, String action) {}
