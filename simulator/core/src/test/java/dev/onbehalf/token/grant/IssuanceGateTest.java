package dev.onbehalf.token.grant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.token.AgentClient;
import dev.onbehalf.token.UserSession;
import dev.onbehalf.token.World;
import dev.onbehalf.token.access.RunContext;
import dev.onbehalf.token.jose.CompactToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Policy is asked before a token for a resource is issued, and hears what was (RFC 8693 2.2.2). */
final class IssuanceGateTest {
  private static final SortedMap<String, String> BATCH = new TreeMap<>(Map.of("mode", "batch"));

  private final World world = World.fresh();
  private final UserSession alice = world.service().logIn("alice");
  private final AgentClient bar = world.agent("bar");
  private final Book book = new Book();

  IssuanceGateTest() {
    world.service().registerResourceClient("bar", "files");
    world.service().guardIssuance(book);
  }

  @Test
  void exchange_asksForClientSubjectAndActor() {
    CompactToken actor = bar.actorToken().orElseThrow();
    CompactToken token =
        bar.exchange(alice.subjectToken("bar", "files", BATCH), actor, "files", "").orElseThrow();
    assertAsked("bar", "alice", BATCH, Optional.of("bar"), List.of("files"));
    assertEquals(List.of(token), book.issued);
  }

  @Test
  void impersonation_showsNoActor() {
    CompactToken token =
        bar.impersonate(alice.subjectToken("bar", "files"), "files", "").orElseThrow();
    assertAsked("bar", "alice", new TreeMap<>(), Optional.empty(), List.of("files"));
    assertEquals(List.of(token), book.issued);
  }

  @Test
  void tokenForAnotherAgent_isForNoResource() {
    CompactToken actor = bar.actorToken().orElseThrow();
    bar.exchange(alice.subjectToken("bar", "files"), actor, "baz", "").orElseThrow();
    assertEquals(List.of(), book.asked);
  }

  @Test
  void transactionToken_isAskedForByItsPurpose() {
    CompactToken token =
        bar.transactionToken(alice.accessToken("files", BATCH), "files", "read").orElseThrow();
    assertAsked("bar", "alice", BATCH, Optional.empty(), List.of("files:read"));
    assertEquals(List.of(token), book.issued);
  }

  // a call in person is the resource's to decide on
  @Test
  void transactionTokenOfTheEndpoint_isNotAskedFor() {
    world.service().registerClient(TransactionTokenVerifier.ENDPOINT);
    book.admits = false;
    world
        .agent(TransactionTokenVerifier.ENDPOINT)
        .transactionToken(alice.accessToken("files"), "files", "read")
        .orElseThrow();
    assertEquals(List.of(), book.asked);
  }

  @Test
  void assertion_isAskedForByTheResourceOfItsServer_andTraded() {
    CompactToken assertion =
        bar.identityAssertion(alice.idToken("bar"), "files", "files").orElseThrow();
    assertAsked("bar", "alice", new TreeMap<>(), Optional.empty(), List.of("files"));
    assertEquals(List.of(assertion), book.issued);
    CompactToken token = bar.assertedToken(assertion, "files").orElseThrow();
    assertEquals(List.of(assertion, token), book.traded);
  }

  @Test
  void assertion_keepsTheContextOfTheLogin() {
    CompactToken idToken = world.service().logIn("alice", new RunContext(BATCH)).idToken("bar");
    bar.identityAssertion(idToken, "files", "files").orElseThrow();
    assertAsked("bar", "alice", BATCH, Optional.empty(), List.of("files"));
  }

  @Test
  void whatPolicyRefuses_isAnInvalidTarget() {
    book.admits = false;
    CompactToken actor = bar.actorToken().orElseThrow();
    for (String code :
        List.of(
            World.refusal(bar.exchange(alice.subjectToken("bar", "files"), actor, "files", ""))
                .code(),
            World.refusal(bar.transactionToken(alice.accessToken("files"), "files", "read")).code(),
            World.refusal(bar.identityAssertion(alice.idToken("bar"), "files", "files")).code())) {
      assertEquals("invalid_target", code);
    }
    assertEquals(3, book.asked.size());
    assertEquals(List.of(), book.issued);
  }

  @Test
  void openGate_admitsWhateverIsInOrder() {
    world.service().guardIssuance(IssuanceGate.OPEN);
    bar.impersonate(alice.subjectToken("bar", "files"), "files", "").orElseThrow();
    assertTrue(world.service().endpoint().hasGranted(ExchangeGrant.GRANT_TYPE));
    assertFalse(world.service().endpoint().hasGranted(ClientCredentials.GRANT_TYPE));
  }

  private void assertAsked(
      String client,
      String subject,
      SortedMap<String, String> context,
      Optional<String> actor,
      List<String> scope) {
    assertEquals(1, book.asked.size());
    VerifiedExchange exchange = book.asked.get(0);
    assertEquals(client, exchange.clientId());
    assertEquals(subject, exchange.subject());
    assertEquals(context, exchange.context());
    assertEquals(actor, exchange.actor());
    assertEquals("files", exchange.resource());
    assertEquals(scope, exchange.scope());
  }

  /** Notes what it hears, and admits all or nothing. */
  private static final class Book implements IssuanceGate {
    private final List<VerifiedExchange> asked = new ArrayList<>();
    private final List<CompactToken> issued = new ArrayList<>();
    private final List<CompactToken> traded = new ArrayList<>();
    private boolean admits = true;

    @Override
    public boolean admits(VerifiedExchange exchange) {
      asked.add(exchange);
      return admits;
    }

    @Override
    public void issued(VerifiedExchange exchange, CompactToken token) {
      issued.add(token);
    }

    @Override
    public void traded(CompactToken issuedHere, CompactToken token) {
      traded.addAll(List.of(issuedHere, token));
    }
  }
}
