package dev.onbehalf.simulation.live;

import dev.onbehalf.strategy.Credentials;
import java.util.List;
import java.util.Optional;

/**
 * What a caller got.
 *
 * @param credentials empty when the token service refused by policy
 * @param issuance what the token service saw before it issued or refused
 */
public record Obtained(Optional<Credentials> credentials, List<Visit> issuance) {
  public Obtained {
    issuance = List.copyOf(issuance);
  }
}
