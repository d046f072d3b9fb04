package dev.onbehalf.reports.html;

/** One named value of the permitted and of the denied request. */
public record Compared(String name, String permitted, String denied) {
  /** Whether the two can't be told apart by this value. */
  public boolean same() {
    return permitted.equals(denied);
  }
}
