package dev.onbehalf.token;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import dev.onbehalf.token.access.TokenVerifier;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.grant.IntrospectionEndpoint;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.OperationMeter;
import java.net.URI;

/**
 * A resource's server that verifies a token by itself and then asks the token service whether it
 * still holds (RFC 7662): a round trip for each call.
 */
public final class IntrospectingVerifier {
  // the endpoint is called in process, so the address only completes the request
  private static final URI ADDRESS = URI.create("https://token.example/introspect");

  private final TokenVerifier verifier;
  private final ClientAuthentication resource;
  private final IntrospectionEndpoint endpoint;
  private final OperationMeter meter;

  IntrospectingVerifier(
      TokenVerifier verifier,
      ClientAuthentication resource,
      IntrospectionEndpoint endpoint,
      OperationMeter meter) {
    this.verifier = verifier;
    this.resource = resource;
    this.endpoint = endpoint;
    this.meter = meter;
  }

  public ClientAuthentication authentication() {
    return resource;
  }

  /**
   * Verifies the token for this resource, and that it wasn't called back.
   *
   * @throws InvalidTokenException with the first rule that the token breaks
   */
  public VerifiedToken verify(CompactToken token) throws InvalidTokenException {
    VerifiedToken verified = verifier.verify(token);
    if (!isActive(token)) {
      throw new InvalidTokenException("expected a token that still holds, found one called back");
    }
    return verified;
  }

  private boolean isActive(CompactToken token) {
    meter.countRoundTrip();
    TokenIntrospectionRequest request =
        new TokenIntrospectionRequest(ADDRESS, resource, new BearerAccessToken(token.value()));
    try {
      return TokenIntrospectionResponse.parse(endpoint.handle(request.toHTTPRequest()))
          .toSuccessResponse()
          .isActive();
    } catch (ParseException e) {
      throw new IllegalStateException("the token service gave no answer of RFC 7662", e);
    }
  }
}
