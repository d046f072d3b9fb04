package dev.onbehalf.cli.gate;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What {@code bench} is asked for, and the options that have a part in it. */
public enum GateMode {
  MEASURE("without `--save`, `--against` or `--self-test`", "--bench", "--provider", "--signing"),
  SAVE("with `--save`", "--save", "--seed", "--record"),
  AGAINST(
      "with `--against`",
      "--against",
      "--max-regression",
      "--budget",
      "--accept",
      "--no-time",
      "--whole-compiler",
      "--slow-down",
      "--seed",
      "--format",
      "--chart",
      "--record"),
  SELF_TEST(
      "with `--self-test`",
      "--self-test",
      "--runs",
      "--max-regression",
      "--budget",
      "--whole-compiler",
      "--seed",
      "--record");

  private static final List<String> EVERYWHERE = List.of("--color", "--help", "--version");

  private final String words;
  private final String options;

  GateMode(String words, String... options) {
    this.words = words;
    this.options = String.join(" ", options);
  }

  /** What is wrong with the options given; empty when each has an effect. */
  public Optional<String> mistake(Collection<String> given) {
    return given.stream()
        .filter(option -> !EVERYWHERE.contains(option))
        .filter(option -> !List.of(options.split(" ", -1)).contains(option))
        .sorted()
        .map(option -> "`%s` has no effect %s".formatted(option, words))
        .findFirst();
  }
}
