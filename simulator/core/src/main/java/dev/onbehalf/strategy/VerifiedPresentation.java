package dev.onbehalf.strategy;

import dev.onbehalf.token.VerifiedToken;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A presentation after the resource server checked it.
 *
 * @param token the access token, verified; empty when the caller brought none
 * @param headers the unsigned headers by name: whatever the caller wished to write
 */
public record VerifiedPresentation(
    Optional<VerifiedToken> token, SortedMap<String, String> headers) {
  public VerifiedPresentation {
    headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
  }
}
