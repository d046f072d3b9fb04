package dev.onbehalf.token;

/**
 * What a login was asked for that isn't there, because an agent works for nobody, or for a user who
 * is away or locked out (OpenID Connect Core section 3.1.2.6, {@code login_required}).
 */
public final class LoginRequiredException extends IllegalStateException {
  /** The error code of the specification. */
  public static final String CODE = "login_required";

  private static final long serialVersionUID = 1L;

  LoginRequiredException() {
    super("expected a user who is logged in");
  }
}
