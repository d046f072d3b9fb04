package dev.onbehalf.scenario.reading;

/** Ends the reading of a sentence at the word that doesn't fit; never leaves the package. */
final class SentenceException extends Exception {
  private static final long serialVersionUID = 1L;

  SentenceException() {
    super("reported already", null, false, false);
  }
}
