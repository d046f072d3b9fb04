package dev.onbehalf.token.grant;

import dev.onbehalf.text.PrintableText;
import dev.onbehalf.token.jose.CompactToken;

/** Decides whether the token service issues what an exchange asks for, and hears what it issued. */
public interface IssuanceGate {
  /** Issues whatever is in order. */
  IssuanceGate OPEN =
      new IssuanceGate() {
        @Override
        public boolean admits(VerifiedExchange exchange) {
          return true;
        }

        @Override
        public void issued(VerifiedExchange exchange, CompactToken token) {}
      };

  /** Whether the token that is asked for may be issued (RFC 8693 section 2.2.2: by policy). */
  boolean admits(VerifiedExchange exchange);

  /** Refuses what may not be issued. */
  default void require(VerifiedExchange exchange) throws RefusedRequestException {
    if (!admits(exchange)) {
      // RFC 8693 section 2.2.2: unwilling to issue a token for the target
      throw RefusedRequestException.invalidTarget(
          "no policy permits a token for " + PrintableText.quoted(exchange.resource()));
    }
  }

  /** The token was issued. */
  void issued(VerifiedExchange exchange, CompactToken token);

  /** Another server, which trusts this one, issued a token for one that was issued here. */
  default void traded(CompactToken issued, CompactToken token) {}
}
