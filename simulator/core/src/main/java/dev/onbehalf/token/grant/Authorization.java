package dev.onbehalf.token.grant;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import java.util.List;

/** What a user let a client have, and what the client must know to get it. */
record Authorization(
    String user, String client, String resource, List<String> scope, CodeChallenge challenge) {
  Authorization {
    scope = List.copyOf(scope);
  }
}
