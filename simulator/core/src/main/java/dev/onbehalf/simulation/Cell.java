package dev.onbehalf.simulation;

/** A class of requests: a row and a column of the table. */
record Cell(int row, int column) {}
