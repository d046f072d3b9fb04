package dev.onbehalf.cli.run;

import java.io.PrintStream;

/** A report of which the beginning is printed as soon as it is known, and the rest at the end. */
final class EarlyVerdict {
  private final PrintStream out;
  private final String before;
  private String printed = "";

  /**
   * A report of which nothing is printed as yet.
   *
   * @param before what stands between it and the report before it
   */
  EarlyVerdict(PrintStream out, String before) {
    this.out = out;
    this.before = before;
  }

  /** Prints how the report begins. */
  void print(String beginning) {
    out.print(before + beginning);
    out.flush();
    printed = beginning;
  }

  /** Prints the rest of the report, or all of it where the run came to something else. */
  void complete(String report) {
    if (printed.isEmpty()) {
      out.print(before + report);
    } else if (report.startsWith(printed)) {
      out.print(report.substring(printed.length()));
    } else {
      withdraw();
      out.print("\n" + report);
    }
    out.flush();
  }

  /** Tells the reader that what was printed isn't so. */
  void withdraw() {
    if (!printed.isEmpty()) {
      out.println("  played      not as computed: this verdict does not stand");
      out.flush();
      printed = "";
    }
  }
}
