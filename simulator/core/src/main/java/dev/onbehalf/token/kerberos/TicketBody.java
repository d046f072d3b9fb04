package dev.onbehalf.token.kerberos;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;

/**
 * What a ticket says to its service, and to nobody else: EncTicketPart (RFC 4120 section 5.3).
 *
 * @param forwardable whether services may use it to ask for others in the client's name
 * @param session the key that the client proves to have
 * @param loggedIn when the client proved who it is
 * @param pac as it came; one zero byte stands for it where the ticket's checksum is made ([MS-PAC]
 *     section 2.8.3)
 */
record TicketBody(
    boolean forwardable,
    KerberosKey session,
    String realm,
    String client,
    Instant loggedIn,
    Instant start,
    Instant end,
    Opaque pac) {
  private static final int APPLICATION = 3;
  private static final int FORWARDABLE = 0x40;
  private static final int IF_RELEVANT = 1;
  private static final int WIN2K_PAC = 128;

  /** Bytes that a record can hold. */
  static final class Opaque {
    static final Opaque BLANK = new Opaque(new byte[1]);

    private final byte[] bytes;

    Opaque(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    byte[] bytes() {
      return bytes.clone();
    }
  }

  TicketBody with(Opaque other) {
    return new TicketBody(forwardable, session, realm, client, loggedIn, start, end, other);
  }

  byte[] encoded() {
    Map<Integer, ASN1Encodable> fields = new HashMap<>();
    fields.put(0, new DERBitString(new byte[] {(byte) (forwardable ? FORWARDABLE : 0), 0, 0, 0}));
    fields.put(1, octets(KerberosKey.ENCRYPTION_TYPE, session.bytes()));
    fields.put(2, Der.text(realm));
    fields.put(3, Der.name(client));
    fields.put(4, octets(0, new byte[0]));
    fields.put(5, Der.time(loggedIn));
    fields.put(6, Der.time(start));
    fields.put(7, Der.time(end));
    fields.put(10, relevant(octets(WIN2K_PAC, pac.bytes())));
    return Messages.encoded(Der.application(APPLICATION, Der.sequence(fields)));
  }

  private static ASN1Encodable octets(int type, byte[] bytes) {
    return Der.sequence(Map.of(0, Der.number(type), 1, new DEROctetString(bytes)));
  }

  // RFC 4120 section 5.2.6.1: a list of data within the list of data
  private static ASN1Encodable relevant(ASN1Encodable data) {
    byte[] inner = Messages.encoded(new DERSequence(data));
    return new DERSequence(octets(IF_RELEVANT, inner));
  }

  /**
   * Reads such a body.
   *
   * @throws RuntimeException when it is none, or has no PAC
   */
  static TicketBody decoded(byte[] encoded) {
    Der.Fields fields = Der.message(APPLICATION, encoded);
    Der.Fields key = Der.fields(fields.get(1));
    Instant loggedIn = Der.time(fields.get(5));
    return new TicketBody(
        (ASN1BitString.getInstance(fields.get(0)).getOctets()[0] & FORWARDABLE) != 0,
        new KerberosKey(octets(key.get(1))),
        Der.text(fields.get(2)),
        Der.name(fields.get(3)),
        loggedIn,
        fields.find(6).map(Der::time).orElse(loggedIn),
        Der.time(fields.get(7)),
        new Opaque(pac(fields.get(10))));
  }

  static byte[] octets(ASN1Encodable encoded) {
    return ASN1OctetString.getInstance(encoded).getOctets();
  }

  private static byte[] pac(ASN1Encodable data) {
    for (ASN1Encodable one : ASN1Sequence.getInstance(data)) {
      Der.Fields fields = Der.fields(one);
      if (Der.number(fields.get(0)) == IF_RELEVANT) {
        byte[] inner = octets(fields.get(1));
        Der.Fields first = Der.fields(ASN1Sequence.getInstance(inner).getObjectAt(0));
        if (Der.number(first.get(0)) == WIN2K_PAC) {
          return octets(first.get(1));
        }
      }
    }
    throw new IllegalArgumentException("expected a PAC");
  }
}
