package dev.onbehalf.reports.words;

/** What a piece of text means to the reader; colour never says it alone. */
public enum Tone {
  NORMAL("0"),
  STRONG("1"),
  FAINT("2"),
  GOOD("32"),
  BAD("31"),
  WARNING("33");

  private final String code;

  Tone(String code) {
    this.code = code;
  }

  /** The parameter of the escape sequence (ECMA-48 section 8.3.117). */
  public String code() {
    return code;
  }
}
