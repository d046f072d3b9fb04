package dev.onbehalf.simulation.score;

/** A class of requests: a row and a column of the table. */
public record Cell(int row, int column) {}
