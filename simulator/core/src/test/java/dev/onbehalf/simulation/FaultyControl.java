package dev.onbehalf.simulation;

import dev.onbehalf.evidence.Point;
import dev.onbehalf.strategy.Call;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Credentials;
import dev.onbehalf.strategy.ForwardingStrategy;
import dev.onbehalf.strategy.Onward;
import dev.onbehalf.strategy.Part;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.strategy.VerifiedPresentation;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.Refusal;
import dev.onbehalf.token.TokenService;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A strategy that makes something of its own of every refusal by the token service.
 *
 * @param strategy what it is otherwise
 * @param made what it answers instead, unless it throws something
 */
public record FaultyControl(CredentialStrategy strategy, UnaryOperator<Refusal> made)
    implements ForwardingStrategy {
  private static final String HEADER = "x-purpose";

  @Override
  public Refusable<Credentials> obtain(Call call) {
    return making(strategy.obtain(call)).map(FaultyControl::withPurpose);
  }

  private static Credentials withPurpose(Credentials credentials) {
    return credentials.door() == Point.RESOURCE
        ? credentials
        : Credentials.of(
                Stream.concat(
                        credentials.presentation().parts().stream(),
                        Stream.of(new Part.Header(HEADER, "work")))
                    .toArray(Part[]::new))
            .at(credentials.door());
  }

  /** Without a purpose, which cheating callers leave out, a token is asked for that nobody gets. */
  @Override
  public Refusable<Presentation> forward(VerifiedPresentation admitted, Onward onward) {
    return making(
        admitted.headers().containsKey(HEADER)
            ? strategy.forward(admitted, onward)
            : onward
                .clients()
                .apply(TokenService.GATEWAY)
                .accessToken("nowhere")
                .map(Presentation::bearer));
  }

  private <T> Refusable<T> making(Refusable<T> answer) {
    return answer.fold(Refusable::of, refusal -> new Refusable.Refused<T>(made.apply(refusal)));
  }
}
