package dev.onbehalf.token.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.MutableClock;
import dev.onbehalf.token.jose.Randomness;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only who has the key of an agent's good certificate is taken for the agent. */
class TlsServerTest {
  private static final Duration LIFETIME = Duration.ofDays(1);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final MutableClock clock = new MutableClock();
  private final CertificateAuthority authority = authority(1);
  private final TlsServer server = new TlsServer(authority, clock, Randomness.seeded(2));

  private CertificateAuthority authority(long seed) {
    return new CertificateAuthority(clock, Randomness.seeded(seed));
  }

  private static ClientCertificate client(TlsKey key) {
    return new ClientCertificate("bar", key);
  }

  private void assertRefused(ClientCertificate client, String rule) {
    String message =
        String.valueOf(
            assertThrows(InvalidTokenException.class, () -> server.accept(client)).getMessage());
    assertTrue(message.contains(rule), message);
  }

  @Test
  void accept_certificateOfAnotherAuthority_isRefused() {
    assertRefused(client(authority(3).client(AgentUri.of("bar"))), "of the authority");
  }

  @Test
  void accept_rootOfAnotherAuthority_isRefused() {
    TlsKey honest = authority.client(AgentUri.of("bar"));
    assertRefused(client(new TlsKey(honest.privateKey(), authority(3).root())), "of the authority");
  }

  @Test
  void accept_certificateWithAnothersKey_isRefused() {
    TlsKey bar = authority.client(AgentUri.of("bar"));
    TlsKey baz = authority.client(AgentUri.of("baz"));
    assertRefused(client(new TlsKey(baz.privateKey(), bar.certificate())), "of the authority");
  }

  @Test
  void accept_anothersCertificateOnceItsOwnerIsConnected_isRefused() throws Exception {
    ClientCertificate bar = server.certificate("bar");
    server.accept(bar);
    TlsKey baz = authority.client(AgentUri.of("baz"));
    assertRefused(
        client(new TlsKey(baz.privateKey(), bar.key().certificate())), "of the authority");
  }

  @Test
  void accept_certificateOfServer_isRefused() {
    assertRefused(client(authority.server("api.example")), "of the authority");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://agents.example/",
        "https://agents.example/b%61r",
        "https://agents.example/bar%",
        "https://agents.example/a%00",
        "https://agents.example/a+b",
        "https://agents.example.evil.example/bar",
        "https://users.example/bar",
        "urn:bar"
      })
  void accept_certificateWithUriOfNoAgent_isRefused(String uri) {
    assertRefused(client(authority.client(uri)), "the URI of one agent");
  }

  @Test
  void accept_beforeTheCertificateIsValid_isRefused() {
    ClientCertificate early = server.certificate("bar");
    clock.advance(SECOND.negated());
    assertRefused(early, "of the authority");
  }

  @Test
  void accept_asTheCertificateBeginsToBeValid_isAccepted() throws Exception {
    assertEquals("bar", server.accept(server.certificate("bar")).agent());
  }

  @Test
  void accept_inTheLastSecondOfTheCertificate_isAccepted() throws Exception {
    ClientCertificate client = server.certificate("bar");
    clock.advance(LIFETIME);
    assertEquals("bar", server.accept(client).agent());
  }

  @Test
  void accept_aSecondAfterTheCertificate_isRefused() {
    ClientCertificate client = server.certificate("bar");
    clock.advance(LIFETIME.plus(SECOND));
    assertRefused(client, "of the authority");
  }

  @Test
  void accept_onAConnectionThatOutlivesTheCertificate_isRefused() throws Exception {
    ClientCertificate client = server.certificate("bar");
    server.accept(client);
    clock.advance(LIFETIME);
    server.accept(client);
    clock.advance(SECOND);
    assertRefused(client, "valid now");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bar", "spiffe://corp/agent/bar", "a~b+c@d:e", "zoë"})
  void accept_good_namesTheAgent(String agent) throws Exception {
    assertEquals(agent, server.accept(server.certificate(agent)).agent());
  }

  @Test
  void certificate_inALogLine_holdsNoKey() {
    TlsKey key = authority.client(AgentUri.of("bar"));
    assertFalse((key + " " + client(key)).contains("PrivateKey"));
  }

  @Test
  void certificate_sameSeed_isTheSame() {
    TlsServer twin = new TlsServer(authority(1), clock, Randomness.seeded(2));
    assertEquals(server.certificate("bar"), twin.certificate("bar"));
  }
}
