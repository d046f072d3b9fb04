package dev.onbehalf.scenario.yaml;

/** A stretch of a source text: offsets in code points, the end excluded. */
public record Span(int start, int end) {
  /** From the start of this span to the end of another. */
  Span to(Span last) {
    return new Span(start, Math.max(end, last.end));
  }
}
