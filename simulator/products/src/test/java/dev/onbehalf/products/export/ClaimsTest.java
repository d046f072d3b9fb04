package dev.onbehalf.products.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.strategy.About;
import dev.onbehalf.strategy.CredentialStrategy;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** Of every strategy that shows an agent it is said by which claim. */
final class ClaimsTest {
  @Test
  void everyAgent_comesFromAClaim() {
    assertEquals(
        List.of(),
        ServiceLoader.load(CredentialStrategy.class).stream()
            .map(provider -> provider.get().about())
            .filter(ClaimsTest::showsAgents)
            .map(About::name)
            .filter(name -> !Claims.knows(name))
            .toList());
  }

  private static boolean showsAgents(About about) {
    return about.proof().attributesVia().stream().anyMatch(one -> !one.equals(Attributes.USER));
  }
}
