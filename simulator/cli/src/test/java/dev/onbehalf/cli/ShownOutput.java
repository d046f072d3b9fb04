package dev.onbehalf.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a page shows of the output of a command. A line that is {@code …} alone stands for any
 * number of lines left out, and one that ends in {@code …} for the rest of it.
 */
final class ShownOutput {
  private static final String GAP = "…";

  private final List<List<String>> parts = new ArrayList<>(List.of(new ArrayList<>()));

  /** The output as the lines of a page show it. */
  ShownOutput(List<String> lines) {
    for (String line : lines) {
      if (line.strip().equals(GAP)) {
        parts.add(new ArrayList<>());
      } else {
        parts.get(parts.size() - 1).add(line);
      }
    }
  }

  /** What is shown and isn't in the output; empty when they agree. */
  Optional<String> difference(List<String> output) {
    int from = 0;
    for (int i = 0; i < parts.size(); i++) {
      List<String> part = parts.get(i);
      int last = output.size() - part.size();
      boolean ends = i == parts.size() - 1;
      int found = find(part, output, ends ? Math.max(from, last) : from, i == 0 ? from : last);
      if (found < 0) {
        return Optional.of(
            "shown, but not printed" + (ends ? " last" : "") + ":\n" + String.join("\n", part));
      }
      from = found + part.size();
    }
    return from == output.size()
        ? Optional.empty()
        : Optional.of("printed, but not shown:\n" + output.get(from));
  }

  private static int find(List<String> part, List<String> output, int first, int last) {
    for (int start = first; start <= last; start++) {
      if (isAt(start, part, output)) {
        return start;
      }
    }
    return -1;
  }

  private static boolean isAt(int start, List<String> part, List<String> output) {
    if (start + part.size() > output.size()) {
      return false;
    }
    for (int i = 0; i < part.size(); i++) {
      if (!agrees(part.get(i), output.get(start + i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean agrees(String shown, String printed) {
    return shown.endsWith(GAP)
        ? printed.startsWith(shown.substring(0, shown.length() - GAP.length()))
        : printed.equals(shown);
  }
}
