package dev.onbehalf.scenario;

/** A word of a scenario file and where it stands. */
public record Located(String text, Position position) {}
