package dev.onbehalf.products.profile;

/**
 * Something that is said of a product.
 *
 * @param source where it was seen or is written
 * @param date when that was, as a year and a month
 */
public record Claim(String says, Mark mark, String source, String date) {
  /** How one knows. */
  public enum Mark {
    MEASURED("measured"),
    READ("read"),
    VENDOR_SAYS("vendor says");

    private final String word;

    Mark(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /** The claim as a line. */
  public String line() {
    return "%s (%s, %s, %s)".formatted(says, mark.word, source, date);
  }
}
