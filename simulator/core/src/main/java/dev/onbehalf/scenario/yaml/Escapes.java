package dev.onbehalf.scenario.yaml;

/** The escapes of double-quoted text, YAML 1.2 section 5.7. */
final class Escapes {
  private Escapes() {}

  /** How many characters the escape at the backslash takes. */
  static int width(SourceText source, int backslash) {
    return switch (source.at(backslash + 1)) {
      case 'x' -> 4;
      case 'u' -> 6;
      case 'U' -> 10;
      default -> 2;
    };
  }

  /** The character that the escape stands for; only blank ones are told apart. */
  static int value(SourceText source, int backslash) {
    return switch (source.at(backslash + 1)) {
      case 'x', 'u', 'U' -> hexadecimal(source, backslash);
      case 'n', 'r', 't', '\t', '\n', '\r', ' ' -> ' ';
      default -> '\\';
    };
  }

  private static int hexadecimal(SourceText source, int backslash) {
    int value = 0;
    for (int i = backslash + 2; i < backslash + width(source, backslash); i++) {
      value = 16 * value + Math.max(0, Character.digit(source.at(i), 16));
    }
    return value;
  }
}
