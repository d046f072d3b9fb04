package dev.onbehalf.token.macaroon;

import com.github.nitram509.jmacaroons.Macaroon;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A macaroon that nobody has verified yet (Birgisson et al., Macaroons, NDSS 2014): whoever holds
 * it can restrict it further, and nobody can take a restriction away.
 */
public record MacaroonToken(String value) {
  /**
   * This macaroon with a caveat that it is in the agent's hands from now on.
   *
   * @throws IllegalArgumentException when this isn't a macaroon
   */
  public MacaroonToken handedTo(String agent) {
    return with(Caveat.agent(agent));
  }

  /**
   * This macaroon with a caveat that it is good for one action.
   *
   * @throws IllegalArgumentException when this isn't a macaroon
   */
  public MacaroonToken limitedTo(String action) {
    return with(Caveat.action(action));
  }

  MacaroonToken with(Caveat caveat) {
    return new MacaroonToken(
        Macaroon.builder(Macaroon.deserialize(value)).addCaveat(caveat.text()).build().serialize());
  }

  /**
   * What it says to a reader: where it is good, whose it is, and its caveats; nothing is verified.
   *
   * @throws IllegalArgumentException when this isn't a macaroon
   */
  public List<String> words() {
    Macaroon macaroon = Macaroon.deserialize(value);
    return Stream.concat(
            Stream.of("location " + macaroon.location, "identifier " + macaroon.identifier),
            Stream.of(macaroon.caveatPackets).map(packet -> "caveat " + packet.getValueAsText()))
        .toList();
  }

  /**
   * The second, since 1970, in which it is no longer good; nothing is verified.
   *
   * @throws IllegalArgumentException when this isn't a macaroon
   */
  public OptionalLong expiresAt() {
    return Stream.of(Macaroon.deserialize(value).caveatPackets)
        .flatMap(packet -> Caveat.parse(packet.getValueAsText()).stream())
        .filter(caveat -> caveat.kind() == Caveat.Kind.EXPIRES)
        .mapToLong(caveat -> Long.parseLong(caveat.value()))
        .min();
  }

  /** Nothing of the value: a log line must not hold a usable macaroon. */
  @Override
  public String toString() {
    return "MacaroonToken[…]";
  }
}
