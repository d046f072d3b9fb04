package dev.onbehalf.simulation;

/** An action on a resource: what the resource server always knows of a request. */
record Target(String resource, String action) {}
