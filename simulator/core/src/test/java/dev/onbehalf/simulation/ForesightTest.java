package dev.onbehalf.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.simulation.result.DisagreementException;
import dev.onbehalf.strategy.About;
import dev.onbehalf.strategy.Call;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Credentials;
import dev.onbehalf.strategy.VerifiedPresentation;
import dev.onbehalf.token.Refusable;
import org.junit.jupiter.api.Test;

/** A record of how a strategy behaves is taken for true only until the strategy is played. */
final class ForesightTest {
  private static final String WORLD =
      """
      scenario: disk
      users: [ann]
      agents: [bot]
      resources: {disk: [read]}
      policies:
        - ann MAY read disk via bot
        - ann MAY NOT read disk directly
      """;

  private static final String WORLD_WITH_CONTEXT = WORLD + "context: {mode: [day, night]}\n";

  /** Presents nothing, of which {@code behaviours.txt} beside this class has the truth. */
  private static final class RightlyRecorded implements Silent {
    @Override
    public About about() {
      return Silent.about(RightlyRecorded.class);
    }
  }

  /** Likewise, but {@code behaviours.txt} says that it names the user. */
  private static final class WronglyRecorded implements Silent {
    @Override
    public About about() {
      return Silent.about(WronglyRecorded.class);
    }
  }

  private interface Silent extends CredentialStrategy {
    static About about(Class<? extends CredentialStrategy> type) {
      return About.of(type, "a control of the tests").proving(Proof.of());
    }

    @Override
    default Credentials obtainDirectly(Call call) {
      return Credentials.of();
    }

    @Override
    default Refusable<Credentials> obtain(Call call) {
      return Refusable.of(Credentials.of());
    }

    @Override
    default Evidence read(VerifiedPresentation presentation) {
      return Evidence.none();
    }
  }

  @Test
  void record_thatIsTrue_isConfirmed() {
    assertEquals(0, Runs.only(new RightlyRecorded(), WORLD).enforced());
  }

  @Test
  void record_thatIsFalse_endsTheRun() {
    DisagreementException found =
        assertThrows(DisagreementException.class, () -> Runs.only(new WronglyRecorded(), WORLD));
    assertEquals(
        "wrongly-recorded behaves otherwise than was recorded when it was built",
        found.getMessage());
  }

  @Test
  void record_isntTaken_whereTheWorldIsOfAnotherKind() {
    assertEquals(0, Runs.only(new WronglyRecorded(), WORLD_WITH_CONTEXT).enforced());
  }
}
