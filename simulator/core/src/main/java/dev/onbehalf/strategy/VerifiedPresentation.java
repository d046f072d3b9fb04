package dev.onbehalf.strategy;

import dev.onbehalf.evidence.Point;
import dev.onbehalf.token.access.VerifiedCredential;
import dev.onbehalf.token.access.VerifiedToken;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A presentation after an enforcement point checked it.
 *
 * @param point where it was presented
 * @param presented what was checked, as it came
 * @param credentials what proved good, each verified
 * @param headers the unsigned headers by name: whatever the caller wished to write
 */
public record VerifiedPresentation(
    Point point,
    Presentation presented,
    List<VerifiedCredential> credentials,
    SortedMap<String, String> headers) {
  public VerifiedPresentation {
    credentials = List.copyOf(credentials);
    headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
  }

  /** The access token in the {@code Authorization} header; empty when the caller brought none. */
  public Optional<VerifiedToken> token() {
    return credential(VerifiedToken.class);
  }

  /** The first credential of the type, if there is one. */
  public <T extends VerifiedCredential> Optional<T> credential(Class<T> type) {
    return credentials(type).stream().findFirst();
  }

  /** All credentials of the type, in the order of the parts. */
  public <T extends VerifiedCredential> List<T> credentials(Class<T> type) {
    return credentials.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
