package dev.onbehalf.token.grant;

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

  /** The token was issued. */
  void issued(VerifiedExchange exchange, CompactToken token);
}
