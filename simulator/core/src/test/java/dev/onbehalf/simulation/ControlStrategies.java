package dev.onbehalf.simulation;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.strategy.CacheKey;
import dev.onbehalf.strategy.Call;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Credentials;
import dev.onbehalf.strategy.Part;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.strategy.VerifiedPresentation;
import dev.onbehalf.token.UserSession;
import dev.onbehalf.token.access.Actor;
import dev.onbehalf.token.access.Scope;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.registry.Registrar;
import java.util.List;

/** Strategies whose scores are known beforehand: they judge the judge. */
public final class ControlStrategies {
  private static final List<String> USER = List.of(Attributes.USER);
  private static final List<String> BOTH = List.of(Attributes.USER, Attributes.AGENT);
  private static final List<CacheKey> EVERYTHING =
      List.of(CacheKey.USER, CacheKey.PATH, CacheKey.RESOURCE);

  private ControlStrategies() {}

  private static Evidence userAndActor(VerifiedPresentation presentation) {
    return presentation
        .token()
        .map(
            token ->
                Evidence.none()
                    .verified(Attributes.USER, token.subject())
                    .verified(
                        Attributes.AGENT,
                        token.actor().map(Actor::subject).orElse(Attributes.DIRECTLY)))
        .orElse(Evidence.none());
  }

  private static CompactToken exchange(Call call) {
    CompactToken subjectToken = call.user().subjectToken(call.path().get(0), call.resource());
    return call.agents()
        .get(0)
        .exchange(
            subjectToken,
            call.presenter().actorToken(),
            call.resource(),
            Scope.of(call.resource()));
  }

  private static void enrolAll(Population population, Registrar registrar) {
    population.users().forEach(registrar::registerUser);
    population.agents().forEach(registrar::registerClient);
  }

  /** Presents nothing and proves nothing. */
  public static final class NoCredential implements CredentialStrategy {
    @Override
    public String name() {
      return "no-credential";
    }

    @Override
    public String summary() {
      return "a control of the tests";
    }

    @Override
    public String specification() {
      return "a control of the tests";
    }

    @Override
    public Proof proves() {
      return Proof.atResource(List.of(), List.of());
    }

    @Override
    public List<CacheKey> cachedBy() {
      return List.of();
    }

    @Override
    public Credentials obtainDirectly(Call call) {
      return Credentials.of();
    }

    @Override
    public Credentials obtain(Call call) {
      return Credentials.of();
    }

    @Override
    public Evidence read(VerifiedPresentation presentation) {
      return Evidence.none();
    }
  }

  /** Declares that it proves the agent, but presents the user's token. */
  public static final class Pretender implements CredentialStrategy {
    @Override
    public String name() {
      return "pretender";
    }

    @Override
    public String summary() {
      return "a control of the tests";
    }

    @Override
    public String specification() {
      return "a control of the tests";
    }

    @Override
    public Proof proves() {
      return Proof.atResource(BOTH, BOTH);
    }

    @Override
    public List<CacheKey> cachedBy() {
      return EVERYTHING;
    }

    @Override
    public Credentials obtain(Call call) {
      return Credentials.bearer(call.user().accessToken(call.resource()));
    }

    @Override
    public Evidence read(VerifiedPresentation presentation) {
      return userAndActor(presentation);
    }
  }

  /** Remembers whom it obtained a credential for, and reads that instead of the credential. */
  public static final class Stasher implements CredentialStrategy {
    private Evidence stash = Evidence.none();

    @Override
    public String name() {
      return "stasher";
    }

    @Override
    public String summary() {
      return "a control of the tests";
    }

    @Override
    public String specification() {
      return "a control of the tests";
    }

    @Override
    public Proof proves() {
      return Proof.atResource(BOTH, BOTH);
    }

    @Override
    public List<CacheKey> cachedBy() {
      return EVERYTHING;
    }

    @Override
    public Credentials obtainDirectly(Call call) {
      return stash(call.user(), Attributes.DIRECTLY, call.resource());
    }

    @Override
    public Credentials obtain(Call call) {
      return stash(call.user(), call.presenterName(), call.resource());
    }

    private Credentials stash(UserSession user, String agent, String resource) {
      stash =
          Evidence.none().verified(Attributes.USER, user.user()).verified(Attributes.AGENT, agent);
      return Credentials.bearer(user.accessToken(resource));
    }

    @Override
    public Evidence read(VerifiedPresentation presentation) {
      return stash;
    }
  }

  /** Presents the user's token with a header that names the agent, and believes the header. */
  public static final class BelievedHeader implements CredentialStrategy {
    private static final String HEADER = "x-agent";

    @Override
    public String name() {
      return "believed-header";
    }

    @Override
    public String summary() {
      return "a control of the tests";
    }

    @Override
    public String specification() {
      return "a control of the tests";
    }

    @Override
    public Proof proves() {
      return Proof.atResource(BOTH, BOTH);
    }

    @Override
    public List<CacheKey> cachedBy() {
      return EVERYTHING;
    }

    @Override
    public Credentials obtain(Call call) {
      String agent = call.presenterName();
      CompactToken token = call.user().accessToken(call.resource());
      return Credentials.of(new Part.BearerToken(token), new Part.Header(HEADER, agent));
    }

    @Override
    public Evidence read(VerifiedPresentation presentation) {
      String agent = presentation.headers().getOrDefault(HEADER, Attributes.DIRECTLY);
      return presentation
          .token()
          .map(VerifiedToken::subject)
          .map(
              user ->
                  Evidence.none().verified(Attributes.USER, user).verified(Attributes.AGENT, agent))
          .orElse(Evidence.none());
    }
  }

  /** Exchanges tokens, but the token that the agent was handed is good at the resource as well. */
  public static final class LooseSubjectToken implements CredentialStrategy {
    @Override
    public String name() {
      return "loose-subject-token";
    }

    @Override
    public String summary() {
      return "a control of the tests";
    }

    @Override
    public String specification() {
      return "a control of the tests";
    }

    @Override
    public Proof proves() {
      return Proof.atResource(BOTH, BOTH);
    }

    @Override
    public List<CacheKey> cachedBy() {
      return EVERYTHING;
    }

    @Override
    public void enrol(Population population, Registrar registrar) {
      enrolAll(population, registrar);
    }

    @Override
    public Credentials obtain(Call call) {
      return Credentials.bearer(exchange(call)).holding(call.user().accessToken(call.resource()));
    }

    @Override
    public Evidence read(VerifiedPresentation presentation) {
      return userAndActor(presentation);
    }
  }

  /** Registers an account for every pair of user and agent. */
  public static final class AccountPerPair implements CredentialStrategy {
    @Override
    public String name() {
      return "account-per-pair";
    }

    @Override
    public String summary() {
      return "a control of the tests";
    }

    @Override
    public String specification() {
      return "a control of the tests";
    }

    @Override
    public Proof proves() {
      return Proof.atResource(USER, USER);
    }

    @Override
    public List<CacheKey> cachedBy() {
      return EVERYTHING;
    }

    @Override
    public void enrol(Population population, Registrar registrar) {
      enrolAll(population, registrar);
      for (String user : population.users()) {
        population.agents().forEach(agent -> registrar.registerClient(user + "~" + agent));
      }
    }

    @Override
    public Credentials obtain(Call call) {
      return Credentials.bearer(call.user().accessToken(call.resource()));
    }

    @Override
    public Evidence read(VerifiedPresentation presentation) {
      return presentation
          .token()
          .map(token -> Evidence.none().verified(Attributes.USER, token.subject()))
          .orElse(Evidence.none());
    }
  }
}
