package dev.onbehalf.token;

/**
 * An error answer.
 *
 * @param code such as {@code invalid_request} (RFC 6749 section 5.2, RFC 6750 section 3.1)
 */
public record Refusal(String code, String description) {
  @Override
  public String toString() {
    return code + ": " + description;
  }
}
