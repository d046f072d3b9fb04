package dev.onbehalf.products.probe;

import dev.onbehalf.token.jose.CompactToken;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which token service is asked, by whom, with whose token and for which audiences.
 *
 * @param scopes what to ask for together with an audience, where the service wants that
 */
public record Question(
    String issuer,
    Client client,
    Client otherClient,
    String audience,
    Optional<String> otherAudience,
    Map<String, String> scopes,
    CompactToken userToken) {
  public Question {
    scopes = new TreeMap<>(scopes);
  }

  Client by(Step step) {
    return step.byOther() ? otherClient : client;
  }

  Optional<String> audience(Step step) {
    return switch (step.aim()) {
      case AUDIENCE -> Optional.of(audience);
      case OTHER_AUDIENCE -> otherAudience;
      case OTHER_CLIENT -> Optional.of(otherClient.id());
    };
  }
}
