package dev.onbehalf.token.macaroon;

import com.github.nitram509.jmacaroons.CaveatPacket;
import com.github.nitram509.jmacaroons.Macaroon;
import com.github.nitram509.jmacaroons.MacaroonsSerializer;
import com.github.nitram509.jmacaroons.MacaroonsVerifier;
import dev.onbehalf.text.PrintableText;
import dev.onbehalf.token.jose.InvalidTokenException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The checks a resource server makes on a macaroon, with its own root keys and nobody's help.
 *
 * @param rootKeys the resource's root key for the user, if it has one
 */
public record MacaroonVerifier(
    String resource, Function<String, Optional<byte[]>> rootKeys, Clock clock) {
  private static final int LONGEST = 8 * 1024;

  /**
   * Verifies the macaroon for an action.
   *
   * @throws InvalidTokenException with the first rule that the macaroon breaks
   */
  public VerifiedMacaroon verify(MacaroonToken token, String action) throws InvalidTokenException {
    Macaroon macaroon = parse(token);
    requireOwn(macaroon);
    List<String> agents = new ArrayList<>();
    for (CaveatPacket packet : macaroon.caveatPackets) {
      Caveat caveat = caveat(packet);
      requireHolds(caveat, action);
      if (caveat.kind() == Caveat.Kind.AGENT) {
        agents.add(caveat.value());
      }
    }
    return new VerifiedMacaroon(macaroon.identifier, agents);
  }

  private static Macaroon parse(MacaroonToken token) throws InvalidTokenException {
    if (token.value().length() > LONGEST) {
      throw new InvalidTokenException(
          "expected a macaroon of at most %d characters".formatted(LONGEST));
    }
    try {
      Macaroon macaroon = MacaroonsSerializer.V1.deserialize(token.value());
      // one macaroon has one spelling
      if (MacaroonsSerializer.V1.serialize(macaroon).equals(token.value())) {
        return macaroon;
      }
    } catch (RuntimeException e) {
      // The library stumbles over bad input in many ways; the message below stands for all.
    }
    throw new InvalidTokenException("expected a macaroon");
  }

  // the library compares the MACs; what the caveats say is judged afterwards
  private void requireOwn(Macaroon macaroon) throws InvalidTokenException {
    Optional<byte[]> key = rootKeys.apply(macaroon.identifier);
    // the MAC leaves the location out
    if (!macaroon.location.equals(resource)
        || key.isEmpty()
        || !new MacaroonsVerifier(macaroon).satisfyGeneral(caveat -> true).isValid(key.get())) {
      throw new InvalidTokenException("expected a macaroon of this resource");
    }
  }

  private static Caveat caveat(CaveatPacket packet) throws InvalidTokenException {
    if (packet.getType() != CaveatPacket.Type.cid) {
      throw new InvalidTokenException("expected no caveat for a third party");
    }
    return Caveat.parse(packet.getValueAsText())
        .orElseThrow(
            () ->
                new InvalidTokenException(
                    "expected no caveat " + PrintableText.quoted(packet.getValueAsText())));
  }

  private void requireHolds(Caveat caveat, String action) throws InvalidTokenException {
    boolean holds =
        switch (caveat.kind()) {
          case AGENT -> true;
          case ACTION -> caveat.value().equals(action);
          case EXPIRES -> isLater(caveat.value());
        };
    if (!holds) {
      throw new InvalidTokenException(
          "expected a call within the caveat " + PrintableText.quoted(caveat.text()));
    }
  }

  private boolean isLater(String seconds) {
    try {
      return clock.instant().getEpochSecond() < Long.parseLong(seconds);
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
