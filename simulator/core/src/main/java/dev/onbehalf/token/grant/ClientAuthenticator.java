package dev.onbehalf.token.grant;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.workload.DpopProofVerifier;
import dev.onbehalf.token.workload.ProofTarget;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out which client sends a request, by the secret in its header (RFC 6749 section 2.3.1). */
public final class ClientAuthenticator {
  private final Map<String, RegisteredClient> clients;
  private final Optional<DpopProofVerifier> proofs;

  /** Of clients whose keys nobody looks at. */
  public ClientAuthenticator(Map<String, RegisteredClient> clients) {
    this.clients = clients;
    proofs = Optional.empty();
  }

  /** Of clients who may prove a key, to have their tokens bound to it. */
  public ClientAuthenticator(Map<String, RegisteredClient> clients, DpopProofVerifier proofs) {
    this.clients = clients;
    this.proofs = Optional.of(proofs);
  }

  RegisteredClient authenticate(HTTPRequest request, FormParameters form)
      throws RefusedRequestException {
    ClientSecretBasic credentials = credentials(request);
    RegisteredClient client = client(credentials);
    requireNoOther(form, client);
    return proofs.isPresent() ? withKey(client, request, proofs.get()) : client;
  }

  // RFC 9449 section 5: the token is bound to the key of the proof that the request brings
  private static RegisteredClient withKey(
      RegisteredClient client, HTTPRequest request, DpopProofVerifier proofs)
      throws RefusedRequestException {
    List<String> headers = values(request, DpopProofVerifier.HEADER);
    if (headers.isEmpty()) {
      return client;
    }
    if (headers.size() > 1) {
      throw RefusedRequestException.invalidProof("expected one proof");
    }
    try {
      return client.proving(
          proofs.verify(
              new CompactToken(headers.get(0)),
              ProofTarget.tokenEndpoint(request.getURI().toString())));
    } catch (InvalidTokenException e) {
      throw RefusedRequestException.invalidProof(String.valueOf(e.getMessage()));
    }
  }

  private static ClientSecretBasic credentials(HTTPRequest request) throws RefusedRequestException {
    List<String> headers = values(request, "Authorization");
    if (headers.size() != 1) {
      throw RefusedRequestException.invalidClient("expected one authorization header");
    }
    try {
      return ClientSecretBasic.parse(headers.get(0));
    } catch (ParseException e) {
      throw RefusedRequestException.invalidClient("expected client identifier and secret");
    }
  }

  private static List<String> values(HTTPRequest request, String header) {
    return Optional.ofNullable(request.getHeaderValues(header)).orElse(List.of());
  }

  private RegisteredClient client(ClientSecretBasic credentials) throws RefusedRequestException {
    RegisteredClient client = clients.get(credentials.getClientID().getValue());
    if (client == null || !client.hasSecret(credentials.getClientSecret().getValue())) {
      throw RefusedRequestException.invalidClient("expected a registered client and its secret");
    }
    return client;
  }

  // RFC 6749 section 2.3: one method per request; section 3.2.1: an identifier in the body may
  // stand beside it, but not name somebody else
  private static void requireNoOther(FormParameters form, RegisteredClient client)
      throws RefusedRequestException {
    if (form.optional("client_secret").or(() -> form.optional("client_assertion")).isPresent()) {
      throw RefusedRequestException.invalidRequest("expected one way of authentication");
    }
    if (!form.optional("client_id").orElse(client.id()).equals(client.id())) {
      throw RefusedRequestException.invalidRequest("expected the authenticated `client_id`");
    }
  }
}
