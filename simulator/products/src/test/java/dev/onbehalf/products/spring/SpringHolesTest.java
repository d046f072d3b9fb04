package dev.onbehalf.products.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.token.AgentClient;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.access.Actor;
import dev.onbehalf.token.access.Scope;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.InvalidTokenException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Spring Authorization Server lets four attacks through as shipped, and none with three checks. */
final class SpringHolesTest {
  private static final String RESOURCE = "employee-records";
  private static final String VICTIM = "dana";
  private static final String FIRST = "hr-agent";
  private static final String SECOND = "planner";

  /** What an agent does that the user has handed a token to, or that has got hold of one. */
  enum Attack {
    /** The second agent of a chain leaves out its actor token, and nobody acts any longer. */
    CHAIN_DROPPED(VICTIM) {
      @Override
      Refusable<CompactToken> make(World world) {
        return world
            .delegated()
            .flatMap(token -> world.agent(SECOND).impersonate(token, RESOURCE, ""));
      }
    },
    /** An agent exchanges a token that is made out to another. */
    FOREIGN_SUBJECT(VICTIM + " by " + SECOND) {
      @Override
      Refusable<CompactToken> make(World world) {
        return world.exchange(SECOND, world.subjectToken(FIRST), world.actorToken(SECOND));
      }
    },
    /** An agent presents the actor token of another, who is then held to act. */
    FOREIGN_ACTOR(VICTIM + " by " + SECOND) {
      @Override
      Refusable<CompactToken> make(World world) {
        return world.exchange(FIRST, world.subjectToken(FIRST), world.actorToken(SECOND));
      }
    },
    /** The actor token is that of another user. */
    USER_AS_ACTOR(VICTIM + " by eve") {
      @Override
      Refusable<CompactToken> make(World world) {
        return world.exchange(
            FIRST,
            world.subjectToken(FIRST),
            world.service.logIn("eve").subjectToken(FIRST, RESOURCE));
      }
    };

    /** What the resource takes the token for: of whom, and by whom, the last first. */
    private final String result;

    Attack(String result) {
      this.result = result;
    }

    abstract Refusable<CompactToken> make(World world);
  }

  @ParameterizedTest
  @EnumSource
  void attack_asShipped_succeeds(Attack attack) throws Exception {
    World world = new World(SharedServers.SHIPPED);
    assertEquals(attack.result, world.read(attack.make(world).orElseThrow()));
  }

  @Test
  void droppedChain_asShipped_looksLikeTheUserInPerson() throws Exception {
    World world = new World(SharedServers.SHIPPED);
    assertTrue(world.verified(Attack.CHAIN_DROPPED.make(world).orElseThrow()).isOfLogin());
  }

  @ParameterizedTest
  @EnumSource
  void attack_withTheThreeChecks_isRefused(Attack attack) throws Exception {
    World world = new World(SharedServers.CHECKED);
    assertEquals(
        "invalid_request",
        attack.make(world).<String>fold(token -> "a token", refusal -> refusal.code()));
  }

  @Test
  void honestChain_namesBothAgents() throws Exception {
    for (SpringServer server : SharedServers.ALL) {
      World world = new World(server);
      CompactToken token =
          world
              .delegated()
              .flatMap(handed -> world.exchange(SECOND, handed, world.actorToken(SECOND)))
              .orElseThrow();
      assertEquals(VICTIM + " by " + SECOND + " by " + FIRST, world.read(token));
    }
  }

  @Test
  void consentedToken_isExchangedByTheAgentItNames_andByNoOther() throws Exception {
    for (SpringServer server : SharedServers.ALL) {
      World world = new World(server);
      world.service.registerConsent(VICTIM, FIRST);
      CompactToken consented = world.service.logIn(VICTIM).consentedToken(FIRST, RESOURCE);
      assertTrue(granted(world.exchange(FIRST, consented, world.actorToken(FIRST))));
      assertTrue(!granted(world.exchange(SECOND, consented, world.actorToken(SECOND))));
      assertTrue(!granted(world.agent(FIRST).impersonate(consented, RESOURCE, "")));
    }
  }

  private static boolean granted(Refusable<CompactToken> token) {
    return token.toOptional().isPresent();
  }

  /** Two users and two agents at the server. */
  private static final class World {
    private final TokenService service;

    World(SpringServer server) throws InvalidTokenException {
      server.parties().allow(Scope.of(RESOURCE));
      service =
          TokenService.before(
              server.issuer().toString(), new HttpTokens(server), Clock.systemUTC());
      service.registerResource(RESOURCE);
      List.of(VICTIM, "eve").forEach(service::registerUser);
      List.of(FIRST, SECOND).forEach(service::registerClient);
    }

    AgentClient agent(String name) {
      return service.client(name);
    }

    CompactToken subjectToken(String agent) {
      return service.logIn(VICTIM).subjectToken(agent, RESOURCE);
    }

    CompactToken actorToken(String agent) {
      return agent(agent).actorToken().orElseThrow();
    }

    /** What the first agent hands to the second. */
    Refusable<CompactToken> delegated() {
      return agent(FIRST)
          .exchange(subjectToken(FIRST), actorToken(FIRST), SECOND, Scope.of(RESOURCE));
    }

    Refusable<CompactToken> exchange(String agent, CompactToken subject, CompactToken actor) {
      return agent(agent).exchange(subject, actor, RESOURCE, Scope.of(RESOURCE));
    }

    VerifiedToken verified(CompactToken token) throws InvalidTokenException {
      return service.resourceServers().verifierFor(RESOURCE).verify(token);
    }

    String read(CompactToken token) throws InvalidTokenException {
      VerifiedToken verified = verified(token);
      StringBuilder read = new StringBuilder(verified.subject());
      for (Optional<Actor> one = verified.actor(); one.isPresent(); one = one.get().prior()) {
        read.append(" by ").append(one.get().subject());
      }
      return read.toString();
    }
  }
}
