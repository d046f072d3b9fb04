package dev.onbehalf.token;

import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import dev.onbehalf.token.access.IssuedToken;
import dev.onbehalf.token.access.RunContext;
import dev.onbehalf.token.access.TokenDraft;
import dev.onbehalf.token.access.TrustedIssuer;
import java.net.URI;
import java.util.List;

/** What issues the tokens that strategies ask for: ours in process, or a product over HTTP. */
public interface TokenSource {
  /** Makes a confidential client known (RFC 6749 section 2). */
  void register(ClientSecretBasic client, URI redirectUri);

  /** What the token endpoint answers to a client (RFC 6749 section 3.2). */
  HTTPResponse answer(HTTPRequest request);

  /**
   * Where a client's request takes the browser of a user who is logged in (RFC 6749 section 4.1.2).
   *
   * @param login what the login knows of the context
   */
  Refusable<URI> authorize(String user, RunContext login, URI request);

  /** A token that the login of a user yields by itself. */
  IssuedToken loginToken(TokenDraft draft);

  /** Who signs its tokens for one of the audiences, and what their claims have to say. */
  TrustedIssuer trusted(List<String> audiences);
}
