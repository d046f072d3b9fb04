package dev.onbehalf.token.kerberos;

import dev.onbehalf.text.PrintableText;
import dev.onbehalf.token.jose.InvalidTokenException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.Base64;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;

/** What goes over the wire: tickets and authenticators, both encrypted (RFC 4120 section 5). */
final class Messages {
  private static final int TICKET = 1;
  private static final int AUTHENTICATOR = 2;
  private static final int VERSION = 5;
  private static final int LONGEST = 64 * 1024;
  // RFC 4120 section 7.5.1
  private static final int USAGE_OF_TIMESTAMPS = 1;
  private static final int USAGE_OF_TICKETS = 2;
  private static final int USAGE_OF_AUTHENTICATORS = 11;

  private Messages() {}

  static byte[] encoded(ASN1Encodable value) {
    try {
      return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String ticket(String service, TicketBody body, KerberosKey key, SecureRandom random) {
    byte[] cipher = key.encrypt(USAGE_OF_TICKETS, body.encoded(), random);
    return base64(
        Der.application(
            TICKET,
            Der.sequence(
                Map.of(
                    0, Der.number(VERSION),
                    1, Der.text(body.realm()),
                    2, Der.name(service),
                    3, encrypted(cipher)))));
  }

  private static ASN1Encodable encrypted(byte[] cipher) {
    return Der.sequence(
        Map.of(0, Der.number(KerberosKey.ENCRYPTION_TYPE), 2, new DEROctetString(cipher)));
  }

  private static String base64(ASN1Encodable value) {
    return Base64.getEncoder().encodeToString(encoded(value));
  }

  /** What the ticket says to the service, which has the key. */
  static TicketBody opened(String ticket, String service, KerberosKey key)
      throws InvalidTokenException {
    return reading(
        "expected a ticket for " + PrintableText.quoted(service),
        () -> {
          Der.Fields fields = Der.message(TICKET, bytes(ticket));
          if (!Der.name(fields.get(2)).equals(service)) {
            throw new IllegalArgumentException("another service");
          }
          byte[] body = key.decrypt(USAGE_OF_TICKETS, cipher(fields.get(3)));
          TicketBody opened = TicketBody.decoded(body);
          if (!opened.realm().equals(Der.text(fields.get(1)))) {
            throw new IllegalArgumentException("another realm");
          }
          return opened;
        });
  }

  static String authenticator(TicketBody body, Instant now, SecureRandom random) {
    Map<Integer, ASN1Encodable> fields =
        Map.of(
            0, Der.number(VERSION),
            1, Der.text(body.realm()),
            2, Der.name(body.client()),
            4, Der.number(now.get(ChronoField.MICRO_OF_SECOND)),
            5, Der.time(now));
    byte[] plain = encoded(Der.application(AUTHENTICATOR, Der.sequence(fields)));
    return base64(encrypted(body.session().encrypt(USAGE_OF_AUTHENTICATORS, plain, random)));
  }

  /** When the client of the ticket made the authenticator. */
  static Instant made(String authenticator, TicketBody body) throws InvalidTokenException {
    return reading(
        "expected an authenticator of the ticket's client",
        () -> {
          byte[] cipher = cipher(ASN1Sequence.getInstance(bytes(authenticator)));
          byte[] plain = body.session().decrypt(USAGE_OF_AUTHENTICATORS, cipher);
          Der.Fields fields = Der.message(AUTHENTICATOR, plain);
          // RFC 4120 section 3.2.3: name and realm of both have to be the same
          if (!Der.text(fields.get(1)).equals(body.realm())
              || !Der.name(fields.get(2)).equals(body.client())) {
            throw new IllegalArgumentException("another client");
          }
          return Der.time(fields.get(5));
        });
  }

  /** The proof of a key to the KDC: PA-ENC-TIMESTAMP (section 5.2.7.2). */
  static String timestamp(Instant now, KerberosKey key, SecureRandom random) {
    byte[] plain = encoded(Der.sequence(Map.of(0, Der.time(now))));
    return base64(encrypted(key.encrypt(USAGE_OF_TIMESTAMPS, plain, random)));
  }

  static Instant timestamp(String encrypted, KerberosKey key) throws InvalidTokenException {
    return reading(
        "expected a timestamp under the client's key",
        () -> {
          byte[] cipher = cipher(ASN1Sequence.getInstance(bytes(encrypted)));
          byte[] plain = key.decrypt(USAGE_OF_TIMESTAMPS, cipher);
          return Der.time(Der.fields(ASN1Sequence.getInstance(plain)).get(0));
        });
  }

  private static byte[] bytes(String base64) {
    byte[] bytes = Base64.getDecoder().decode(base64);
    // one ticket has one spelling
    if (bytes.length > LONGEST || !Base64.getEncoder().encodeToString(bytes).equals(base64)) {
      throw new IllegalArgumentException("another spelling");
    }
    return bytes;
  }

  private static byte[] cipher(ASN1Encodable encrypted) {
    Der.Fields fields = Der.fields(encrypted);
    if (Der.number(fields.get(0)) != KerberosKey.ENCRYPTION_TYPE) {
      throw new IllegalArgumentException("another kind of key");
    }
    return TicketBody.octets(fields.get(2));
  }

  /** Something to be read that anybody may have written. */
  @FunctionalInterface
  interface Reading<T> {
    T read() throws InvalidTokenException;
  }

  /** Reads it; one message stands for all the ways in which reading stumbles over bad input. */
  static <T> T reading(String expected, Reading<T> reading) throws InvalidTokenException {
    try {
      return reading.read();
    } catch (RuntimeException e) {
      throw new InvalidTokenException(expected);
    }
  }
}
