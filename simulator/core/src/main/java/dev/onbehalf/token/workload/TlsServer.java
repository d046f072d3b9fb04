package dev.onbehalf.token.workload;

import dev.onbehalf.token.jose.InvalidTokenException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManagerFactory;

/**
 * The TLS 1.3 server (RFC 8446) before the resources, which wants client certificates. Each agent
 * connects once and keeps the connection for all resources, as it may where they share a server
 * (RFC 9113 section 9.1.1); handshakes are therefore no part of what a call costs.
 */
public final class TlsServer {
  private static final String HOST = "api.example";
  private static final int PORT = 443;
  private static final int URI = 6;

  private final CertificateAuthority authority;
  private final Clock clock;
  private final SecureRandom random;
  private final TlsKey key;
  private final Map<ClientCertificate, X509Certificate> connections = new HashMap<>();
  private final Set<ClientCertificate> revoked = new HashSet<>();

  TlsServer(CertificateAuthority authority, Clock clock, SecureRandom random) {
    this.authority = authority;
    this.clock = clock;
    this.random = random;
    key = authority.server(HOST);
  }

  /** A fresh client certificate for the agent, of the authority that this server trusts. */
  ClientCertificate certificate(String agent) {
    return new ClientCertificate(agent, authority.client(AgentUri.of(agent)));
  }

  /** Refuses the certificate from now on, on connections that are open, too. */
  void revoke(ClientCertificate client) {
    revoked.add(client);
  }

  /**
   * The client on whose connection a call comes in.
   *
   * @throws InvalidTokenException when the handshake fails, or its certificate names no agent
   */
  public VerifiedCertificate accept(ClientCertificate client) throws InvalidTokenException {
    X509Certificate peer = connected(client);
    requireValidNow(peer);
    requireNotRevoked(client);
    return new VerifiedCertificate(agent(peer));
  }

  private X509Certificate connected(ClientCertificate client) throws InvalidTokenException {
    X509Certificate known = connections.get(client);
    if (known != null) {
      return known;
    }
    X509Certificate peer = connect(client);
    connections.put(client, peer);
    return peer;
  }

  private X509Certificate connect(ClientCertificate client) throws InvalidTokenException {
    try {
      SSLSession session = TlsHandshake.connect(clientEngine(client.key()), serverEngine());
      return (X509Certificate) session.getPeerCertificates()[0];
    } catch (SSLException e) {
      throw new InvalidTokenException("expected a client certificate of the authority");
    }
  }

  private SSLEngine clientEngine(TlsKey client) {
    SSLEngine engine = context(client).createSSLEngine(HOST, PORT);
    engine.setUseClientMode(true);
    SSLParameters parameters = parameters();
    // RFC 9525 section 6
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    engine.setSSLParameters(parameters);
    return engine;
  }

  private SSLEngine serverEngine() {
    SSLEngine engine = context(key).createSSLEngine();
    engine.setUseClientMode(false);
    SSLParameters parameters = parameters();
    parameters.setNeedClientAuth(true);
    engine.setSSLParameters(parameters);
    return engine;
  }

  private static SSLParameters parameters() {
    SSLParameters parameters = new SSLParameters();
    parameters.setProtocols(new String[] {"TLSv1.3"});
    return parameters;
  }

  /** A fresh one for each handshake: certificates are judged by the time it begins. */
  private SSLContext context(TlsKey own) {
    try {
      SSLContext context = SSLContext.getInstance("TLSv1.3");
      context.init(new KeyManager[] {new TlsKeyManager(own)}, trust().getTrustManagers(), random);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no TLS 1.3", e);
    }
  }

  // RFC 5280 section 6.1
  private TrustManagerFactory trust() throws GeneralSecurityException {
    PKIXBuilderParameters path =
        new PKIXBuilderParameters(
            Set.of(new TrustAnchor(authority.root(), null)), new X509CertSelector());
    path.setRevocationEnabled(false);
    path.setDate(now());
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(new CertPathTrustManagerParameters(path));
    return factory;
  }

  // a connection may live longer than the certificate that opened it
  private void requireValidNow(X509Certificate peer) throws InvalidTokenException {
    try {
      peer.checkValidity(now());
    } catch (CertificateException e) {
      throw new InvalidTokenException("expected a client certificate that is valid now");
    }
  }

  // RFC 5280 section 6.3.3
  private void requireNotRevoked(ClientCertificate client) throws InvalidTokenException {
    if (revoked.contains(client)) {
      throw new InvalidTokenException("expected a client certificate that isn't revoked");
    }
  }

  private Date now() {
    return Date.from(clock.instant());
  }

  private static String agent(X509Certificate peer) throws InvalidTokenException {
    List<String> uris = uris(peer);
    Optional<String> agent = uris.size() == 1 ? AgentUri.agent(uris.get(0)) : Optional.empty();
    return agent.orElseThrow(
        () -> new InvalidTokenException("expected a client certificate with the URI of one agent"));
  }

  /** Its URIs; what isn't one by RFC 3986 counts as none, though only later Javas refuse it. */
  private static List<String> uris(X509Certificate peer) {
    try {
      return Optional.ofNullable(peer.getSubjectAlternativeNames()).stream()
          .flatMap(Collection::stream)
          .filter(name -> name.get(0).equals(URI))
          .map(name -> (String) name.get(1))
          .toList();
    } catch (CertificateParsingException e) {
      return List.of();
    }
  }
}
