package dev.onbehalf.token.jose;

/** The claims of a token whose signature holds; whether they may be believed is still open. */
public record SignedToken(JsonObject claims) {}
