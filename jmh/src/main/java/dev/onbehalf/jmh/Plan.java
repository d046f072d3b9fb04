package dev.onbehalf.jmh;

import dev.onbehalf.token.SigningAlgorithm;
import dev.onbehalf.token.SigningProvider;

/** How to measure. */
public record Plan(Mode mode, SigningProvider provider, SigningAlgorithm signing) {}
