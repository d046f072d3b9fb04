package dev.onbehalf.products.export;

/** A file of an export: its name in the folder, and what is in it. */
public record ExportFile(String name, String text) {}
