package dev.onbehalf.token.grant;

import com.nimbusds.oauth2.sdk.token.AccessToken;
import dev.onbehalf.token.Flaw;
import dev.onbehalf.token.access.RunContext;
import dev.onbehalf.token.jose.Authority;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.JsonObject;
import dev.onbehalf.token.jose.TokenType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** An identity provider that may believe an access token where it wants an ID token. */
public record LaxIdentityProvider(Authority authority, IdentityProvider strict, Set<Flaw> flaws)
    implements Grant {
  @Override
  public AccessToken answer(RegisteredClient client, FormParameters form)
      throws RefusedRequestException {
    return strict.answer(client, flaws.contains(Flaw.TYPE_NOT_CHECKED) ? retyped(form) : form);
  }

  /** The same, with what an access token says of user and audience said by an ID token. */
  private FormParameters retyped(FormParameters form) throws RefusedRequestException {
    try {
      JsonObject claims =
          authority
              .signatures(TokenType.ACCESS_TOKEN)
              .verify(new CompactToken(form.required("subject_token")))
              .claims();
      CompactToken idToken =
          new IdTokens(authority)
              .issue(claims.text("sub"), RunContext.NONE, claims.text("aud"))
              .token();
      return FormParameters.parse(
          form.values().entrySet().stream()
              .map(
                  entry ->
                      entry.getKey()
                          + "="
                          + encode(
                              entry.getKey().equals("subject_token")
                                  ? idToken.value()
                                  : entry.getValue().get(0)))
              .collect(Collectors.joining("&")));
    } catch (InvalidTokenException e) {
      return form;
    }
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
