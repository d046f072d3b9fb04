package dev.onbehalf.token;

/** An error answer of the token endpoint (RFC 6749 section 5.2). */
public final class TokenRequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  /** Tells the error code and the description of the answer. */
  public TokenRequestException(String code, String description) {
    super(code + ": " + description);
    this.code = code;
  }

  /** The error code, such as {@code invalid_request}. */
  public String code() {
    return code;
  }
}
