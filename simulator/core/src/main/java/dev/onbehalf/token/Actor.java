package dev.onbehalf.token;

import java.util.Optional;

/** The acting party of a token and those who acted before it (RFC 8693 section 4.1). */
public record Actor(String subject, Optional<Actor> prior) {}
