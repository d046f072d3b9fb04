package dev.onbehalf.cli.plugin;

import dev.onbehalf.text.PrintableText;
import java.util.Optional;
import java.util.function.Supplier;

/** What a plug-in did wrong in a call. */
final class PlugInException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 1_000;
  private static final int DEEPEST = 10;

  PlugInException(String reason) {
    super(reason);
  }

  private PlugInException(String reason, PlugInException cause) {
    super(reason, cause);
  }

  /**
   * Something that the plug-in threw, in words. Its methods are the plug-in's as well, and may fail
   * or never end in their turn: they are called here, within the call, and never again.
   */
  static PlugInException of(Throwable thrown) {
    return of(thrown, 1);
  }

  private static PlugInException of(Throwable thrown, int depth) {
    String words = attempt(() -> cut(String.valueOf(thrown))).orElse(thrown.getClass().getName());
    Optional<Throwable> cause =
        depth < DEEPEST ? attempt(thrown::getCause) : Optional.<Throwable>empty();
    PlugInException copy =
        cause
            .map(deeper -> new PlugInException(words, of(deeper, depth + 1)))
            .orElseGet(() -> new PlugInException(words));
    attempt(thrown::getStackTrace).ifPresent(copy::setStackTrace);
    return copy;
  }

  private static String cut(String words) {
    return PrintableText.escaped(PrintableText.cut(words, LONGEST));
  }

  private static <T> Optional<T> attempt(Supplier<T> call) {
    try {
      return Optional.ofNullable(call.get());
    } catch (RuntimeException | Error e) {
      return Optional.empty();
    }
  }

  String reason() {
    return String.valueOf(getMessage());
  }

  /** What lies behind it, if the plug-in says. */
  Optional<String> reasonOfCause() {
    return getCause() instanceof PlugInException cause
        ? Optional.of(cause.reason())
        : Optional.empty();
  }
}
