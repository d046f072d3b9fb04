package dev.onbehalf.token.kerberos;

import java.time.Instant;

/**
 * A ticket as it goes over the wire (RFC 4120 section 5.3): all but the name of its service is
 * encrypted for the service. Nobody has verified it yet.
 *
 * @param value in Base64
 * @param client for whom the KDC said that it is, when it answered (section 5.4.2); nobody who
 *     verifies it goes by that
 * @param end when it is no longer good, by the same answer
 */
public record SealedTicket(String value, String client, Instant end) {
  /** What a reader sees who has no key. */
  public String words() {
    return "Kerberos ticket of %s, encrypted for its service, until %s".formatted(client, end);
  }

  /** Nothing of the value, which is of use together with the key of the session. */
  @Override
  public String toString() {
    return "SealedTicket[…]";
  }
}
