package dev.onbehalf.jmh;

import dev.onbehalf.token.jose.SigningAlgorithm;
import dev.onbehalf.token.jose.SigningProvider;

/** How to measure. */
public record Plan(Mode mode, SigningProvider provider, SigningAlgorithm signing) {}
