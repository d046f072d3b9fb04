package dev.onbehalf.token;

import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import dev.onbehalf.token.grant.RegisteredClient;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.OperationMeter;
import dev.onbehalf.token.workload.DpopProofVerifier;
import dev.onbehalf.token.workload.ProofTarget;
import dev.onbehalf.token.workload.WorkloadKey;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/** A client's way to one token endpoint (RFC 6749 section 3.2); each request is a round trip. */
public final class ClientConnection {
  // the endpoint is called in process, so the address only completes the request
  private static final URI ADDRESS = URI.create("https://token.example/token");

  private final RegisteredClient client;
  private final ClientSecretBasic authentication;
  private final Function<HTTPRequest, HTTPResponse> endpoint;
  private final OperationMeter meter;

  ClientConnection(
      RegisteredClient client,
      String secret,
      Function<HTTPRequest, HTTPResponse> endpoint,
      OperationMeter meter) {
    this.client = client;
    authentication = new ClientSecretBasic(new ClientID(client.id()), new Secret(secret));
    this.endpoint = endpoint;
    this.meter = meter;
  }

  /** The client as it is registered at the other end. */
  RegisteredClient client() {
    return client;
  }

  public ClientSecretBasic authentication() {
    return authentication;
  }

  /** A request by the grant, to be completed. */
  TokenRequest.Builder request(AuthorizationGrant grant) {
    return new TokenRequest.Builder(ADDRESS, authentication, grant);
  }

  /** The token that the answer brings, if it brings one. */
  Refusable<CompactToken> send(TokenRequest.Builder request) {
    return send(request.build().toHTTPRequest());
  }

  /** Such a token for a request that proves the key (RFC 9449 section 5). */
  Refusable<CompactToken> send(TokenRequest.Builder request, WorkloadKey key) {
    HTTPRequest proving = request.build().toHTTPRequest();
    CompactToken proof = key.dpopProof(ProofTarget.tokenEndpoint(ADDRESS.toString()));
    proving.setHeader(DpopProofVerifier.HEADER, proof.value());
    return send(proving);
  }

  private Refusable<CompactToken> send(HTTPRequest request) {
    meter.countRoundTrip();
    try {
      return token(TokenResponse.parse(endpoint.apply(request)));
    } catch (ParseException e) {
      throw new IllegalStateException("the token service gave no answer of RFC 6749", e);
    }
  }

  private static Refusable<CompactToken> token(TokenResponse response) throws ParseException {
    return response.indicatesSuccess()
        ? Refusable.of(
            new CompactToken(response.toSuccessResponse().getTokens().getAccessToken().getValue()))
        : refusal(Optional.ofNullable(response.toErrorResponse().getErrorObject()));
  }

  // RFC 6749 section 5.2: a refusal has a code, and what has none is by something in between
  private static Refusable<CompactToken> refusal(Optional<ErrorObject> error)
      throws ParseException {
    String code =
        error
            .map(ErrorObject::getCode)
            .orElseThrow(() -> new ParseException("expected an error code"));
    return Refusable.refused(code, error.map(ErrorObject::getDescription).orElse(""));
  }
}
