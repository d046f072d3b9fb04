package dev.onbehalf.scenario;

/** A place in a scenario file; line and column count from 1, the column in code points. */
public record Position(int line, int column) {}
