package dev.onbehalf.token.access;

/** Something that a caller presented and that passed every check of the point that examined it. */
public interface VerifiedCredential {}
