package dev.onbehalf.token;

/** The claims of a token whose signature holds; whether they may be believed is still open. */
record SignedToken(JsonObject claims) {}
