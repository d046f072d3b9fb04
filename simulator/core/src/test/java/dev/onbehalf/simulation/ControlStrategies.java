package dev.onbehalf.simulation;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.strategy.About;
import dev.onbehalf.strategy.CacheKey;
import dev.onbehalf.strategy.Call;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Credentials;
import dev.onbehalf.strategy.Part;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.strategy.VerifiedPresentation;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.UserSession;
import dev.onbehalf.token.access.Actor;
import dev.onbehalf.token.access.Scope;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.registry.Registrar;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Strategies whose scores are known beforehand: they judge the judge. */
public final class ControlStrategies {
  private ControlStrategies() {}

  private static About control(Class<? extends CredentialStrategy> type, String... attributes) {
    return About.of(type, "a control of the tests")
        .proving(Proof.of(attributes))
        .cachedBy(CacheKey.USER, CacheKey.PATH, CacheKey.RESOURCE);
  }

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

  private static Refusable<CompactToken> exchange(Call call) {
    CompactToken subjectToken = call.user().subjectToken(call.path().get(0), call.resource());
    return call.agents()
        .get(0)
        .exchange(
            subjectToken,
            call.presenter().actorToken().orElseThrow(),
            call.resource(),
            Scope.of(call.resource()));
  }

  /** Presents nothing and proves nothing. */
  public static final class NoCredential implements CredentialStrategy {
    @Override
    public About about() {
      return control(NoCredential.class);
    }

    @Override
    public Credentials obtainDirectly(Call call) {
      return Credentials.of();
    }

    @Override
    public Refusable<Credentials> obtain(Call call) {
      return Refusable.of(Credentials.of());
    }

    @Override
    public Evidence read(VerifiedPresentation presentation) {
      return Evidence.none();
    }
  }

  /** Declares that it proves the agent, but presents the user's token. */
  public static final class Pretender implements CredentialStrategy {
    @Override
    public About about() {
      return control(Pretender.class, Attributes.USER, Attributes.AGENT);
    }

    @Override
    public Refusable<Credentials> obtain(Call call) {
      return Refusable.of(Credentials.bearer(call.user().accessToken(call.resource())));
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
    public About about() {
      return control(Stasher.class, Attributes.USER, Attributes.AGENT);
    }

    @Override
    public Credentials obtainDirectly(Call call) {
      return stash(call.user(), Attributes.DIRECTLY, call.resource());
    }

    @Override
    public Refusable<Credentials> obtain(Call call) {
      return Refusable.of(stash(call.user(), call.presenterName(), call.resource()));
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

  /** Remembers as well, but token by token and where every instance looks. */
  public static final class StaticStasher implements CredentialStrategy {
    private static final Map<CompactToken, Evidence> STASH = new ConcurrentHashMap<>();

    @Override
    public About about() {
      return control(StaticStasher.class, Attributes.USER, Attributes.AGENT);
    }

    @Override
    public Credentials obtainDirectly(Call call) {
      return stash(call, Attributes.DIRECTLY);
    }

    @Override
    public Refusable<Credentials> obtain(Call call) {
      return Refusable.of(stash(call, call.presenterName()));
    }

    private static Credentials stash(Call call, String agent) {
      CompactToken token = call.user().accessToken(call.resource());
      STASH.put(
          token,
          Evidence.none()
              .verified(Attributes.USER, call.user().user())
              .verified(Attributes.AGENT, agent));
      return Credentials.bearer(token);
    }

    @Override
    public Evidence read(VerifiedPresentation presentation) {
      return presentation.presented().tokens().stream()
          .findFirst()
          .map(token -> STASH.getOrDefault(token, Evidence.none()))
          .orElse(Evidence.none());
    }
  }

  /** Presents the user's token with a header that names the agent, and believes the header. */
  public static final class BelievedHeader implements CredentialStrategy {
    private static final String HEADER = "x-agent";

    @Override
    public About about() {
      return control(BelievedHeader.class, Attributes.USER, Attributes.AGENT);
    }

    @Override
    public Refusable<Credentials> obtain(Call call) {
      String agent = call.presenterName();
      CompactToken token = call.user().accessToken(call.resource());
      return Refusable.of(
          Credentials.of(new Part.BearerToken(token), new Part.Header(HEADER, agent)));
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

  /** Names user and agent in headers that nobody signs, and says that it believes them. */
  public static final class NamedParties implements CredentialStrategy {
    private static final String USER = "x-user";
    private static final String AGENT = "x-agent";

    @Override
    public About about() {
      return About.of(NamedParties.class, "a control of the tests")
          .proving(
              Proof.of(Attributes.USER, Attributes.AGENT)
                  .believing(Attributes.USER)
                  .believing(Attributes.AGENT))
          .cachedBy(CacheKey.USER, CacheKey.AGENT, CacheKey.RESOURCE);
    }

    @Override
    public Credentials obtainDirectly(Call call) {
      return Credentials.of(new Part.Header(USER, call.user().user()));
    }

    @Override
    public Refusable<Credentials> obtain(Call call) {
      return Refusable.of(
          Credentials.of(
              new Part.Header(USER, call.user().user()),
              new Part.Header(AGENT, call.presenterName())));
    }

    @Override
    public Evidence read(VerifiedPresentation presentation) {
      Map<String, String> headers = presentation.headers();
      Evidence agent =
          Evidence.none()
              .claimed(Attributes.AGENT, headers.getOrDefault(AGENT, Attributes.DIRECTLY));
      return headers.containsKey(USER)
          ? agent.claimed(Attributes.USER, headers.getOrDefault(USER, ""))
          : agent;
    }
  }

  /** Exchanges tokens, but the token that the agent was handed is good at the resource as well. */
  public static final class LooseSubjectToken implements CredentialStrategy {
    @Override
    public About about() {
      return control(LooseSubjectToken.class, Attributes.USER, Attributes.AGENT);
    }

    @Override
    public void enrol(Population population, Registrar registrar) {
      population.registerUsersAndClients(registrar);
    }

    @Override
    public Refusable<Credentials> obtain(Call call) {
      return exchange(call)
          .map(Credentials::bearer)
          .map(credentials -> credentials.holding(call.user().accessToken(call.resource())));
    }

    @Override
    public Evidence read(VerifiedPresentation presentation) {
      return userAndActor(presentation);
    }
  }

  /** Registers an account for every pair of user and agent. */
  public static final class AccountPerPair implements CredentialStrategy {
    @Override
    public About about() {
      return control(AccountPerPair.class, Attributes.USER);
    }

    @Override
    public void enrol(Population population, Registrar registrar) {
      population.registerUsersAndClients(registrar);
      population.forEachUserAndAgent((user, agent) -> registrar.registerClient(user + "~" + agent));
    }

    @Override
    public Refusable<Credentials> obtain(Call call) {
      return Refusable.of(Credentials.bearer(call.user().accessToken(call.resource())));
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
