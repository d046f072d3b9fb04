package dev.onbehalf.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.simulation.Runs;
import dev.onbehalf.simulation.result.SimulationResult.PolicyScore;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.strategy.About;
import dev.onbehalf.strategy.Call;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Credentials;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.strategy.VerifiedPresentation;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.kerberos.VerifiedTicket;
import dev.onbehalf.token.registry.Registrar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same tickets tell all, or no more than impersonation does: it is the resource that reads. */
final class UnreadPacTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "alerts-without-user",
        "cluster-proxy-users",
        "hr-rollout",
        "marketing",
        "relay",
        "research-batch",
        "shared-document"
      })
  void pacThatNobodyReads_leavesImpersonation(String scenario) throws IOException {
    String yaml = Files.readString(Path.of("../scenarios", scenario + ".yaml"));
    assertEquals(
        scores(Runs.only(new ExchangeImpersonation(), yaml)),
        scores(Runs.only(new SourceNameAlone(), yaml)));
    assertEquals(
        scores(Runs.only(new DelegationChain(), yaml)),
        scores(Runs.only(new ConstrainedDelegation(), yaml)));
  }

  private static List<List<Object>> scores(StrategyResult result) {
    return result.policies().stream().map(UnreadPacTest::score).toList();
  }

  private static List<Object> score(PolicyScore policy) {
    return List.of(policy.id(), policy.enforced(), policy.withstands());
  }

  /** A resource that asks the GSS context for its source, as nearly everybody does. */
  private static final class SourceNameAlone implements CredentialStrategy {
    private final CredentialStrategy read = new ConstrainedDelegation();

    @Override
    public About about() {
      return About.of(SourceNameAlone.class, "the resource reads nothing but the source's name")
          .needing(read.about().machinery().toArray(dev.onbehalf.evidence.Machinery[]::new))
          .proving(Proof.of(Attributes.USER));
    }

    @Override
    public void enrol(Population population, Registrar registrar) {
      read.enrol(population, registrar);
    }

    @Override
    public Credentials obtainDirectly(Call call) {
      return read.obtainDirectly(call);
    }

    @Override
    public Refusable<Credentials> obtain(Call call) {
      return read.obtain(call);
    }

    @Override
    public Evidence read(VerifiedPresentation presentation) {
      return presentation
          .credential(VerifiedTicket.class)
          .map(ticket -> Evidence.none().verified(Attributes.USER, ticket.client()))
          .orElse(Evidence.none());
    }
  }
}
