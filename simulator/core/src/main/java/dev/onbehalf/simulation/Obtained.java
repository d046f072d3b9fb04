package dev.onbehalf.simulation;

import dev.onbehalf.strategy.Credentials;
import java.util.List;
import java.util.Optional;

/**
 * What a caller got.
 *
 * @param credentials empty when the token service refused by policy
 * @param issuance what the token service saw before it issued or refused
 */
record Obtained(Optional<Credentials> credentials, List<Visit> issuance) {
  Obtained {
    issuance = List.copyOf(issuance);
  }
}
