package dev.onbehalf.token.kerberos;

import dev.onbehalf.token.jose.InvalidTokenException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The privilege attribute certificate of a ticket: what the KDC says of the client besides
 * ([MS-PAC] section 2). Its checksums are made with the service's key and with the KDC's own.
 */
final class Pac {
  // [MS-PAC] section 2.4
  static final int CLIENT_INFO = 10;
  static final int DELEGATION_INFO = 11;
  static final int SERVER_CHECKSUM = 6;
  static final int KDC_CHECKSUM = 7;
  static final int TICKET_CHECKSUM = 16;

  /** KERB_NON_KERB_CKSUM_SALT ([MS-PAC] section 2.8). */
  private static final int USAGE = 17;

  private static final long SECONDS_TO_1970 = 11_644_473_600L;
  private static final long TICKS = 10_000_000;
  private static final int HEADER = 8;
  private static final int ENTRY = 16;
  private static final int TYPE = 4;

  private final SortedMap<Integer, byte[]> buffers;

  private Pac(SortedMap<Integer, byte[]> buffers) {
    this.buffers = buffers;
  }

  /** Of a client, who was perhaps delegated for; without checksums. */
  static Pac of(String client, Instant loggedIn, Optional<DelegationInfo> delegation) {
    SortedMap<Integer, byte[]> buffers = new TreeMap<>();
    buffers.put(CLIENT_INFO, clientInfo(client, loggedIn));
    delegation.ifPresent(info -> buffers.put(DELEGATION_INFO, info.encoded()));
    return new Pac(buffers);
  }

  // section 2.7: when the client logged in, in ticks of 100 ns since 1601, and its name
  private static byte[] clientInfo(String client, Instant loggedIn) {
    byte[] name = client.getBytes(StandardCharsets.UTF_16LE);
    return littleEndian(ByteBuffer.allocate(10 + name.length))
        .putLong((loggedIn.getEpochSecond() + SECONDS_TO_1970) * TICKS)
        .putShort((short) name.length)
        .put(name)
        .array();
  }

  /** Encoded with the checksums of the ticket and itself (section 2.8). */
  byte[] signed(byte[] ticket, KerberosKey server, KerberosKey kdc) {
    Pac blank = this.with(TICKET_CHECKSUM, kdc.checksum(USAGE, ticket)).blank();
    byte[] ofServer = server.checksum(USAGE, blank.encoded());
    return blank
        .with(SERVER_CHECKSUM, ofServer)
        .with(KDC_CHECKSUM, kdc.checksum(USAGE, ofServer))
        .encoded();
  }

  private Pac blank() {
    byte[] zeros = new byte[KerberosKey.CHECKSUM_LENGTH];
    return with(SERVER_CHECKSUM, zeros).with(KDC_CHECKSUM, zeros);
  }

  private Pac with(int type, byte[] checksum) {
    SortedMap<Integer, byte[]> more = new TreeMap<>(buffers);
    byte[] signature = new byte[TYPE + checksum.length];
    signature[0] = KerberosKey.CHECKSUM_TYPE;
    System.arraycopy(checksum, 0, signature, TYPE, checksum.length);
    more.put(type, signature);
    return new Pac(more);
  }

  private byte[] encoded() {
    int offset = HEADER + ENTRY * buffers.size();
    int size = offset + buffers.values().stream().mapToInt(buffer -> aligned(buffer.length)).sum();
    ByteBuffer out = littleEndian(ByteBuffer.allocate(size)).putInt(buffers.size()).putInt(0);
    for (Map.Entry<Integer, byte[]> buffer : buffers.entrySet()) {
      out.putInt(buffer.getKey()).putInt(buffer.getValue().length).putLong(offset);
      System.arraycopy(buffer.getValue(), 0, out.array(), offset, buffer.getValue().length);
      offset += aligned(buffer.getValue().length);
    }
    return out.array();
  }

  private static int aligned(int size) {
    return (size + 7) / 8 * 8;
  }

  /**
   * The certificate whose server checksum is right.
   *
   * @throws InvalidTokenException when it isn't
   */
  static Pac verified(byte[] encoded, KerberosKey server) throws InvalidTokenException {
    byte[] blank = encoded.clone();
    SortedMap<Integer, byte[]> buffers = new TreeMap<>();
    ByteBuffer in = littleEndian(ByteBuffer.wrap(encoded));
    int count = in.getInt();
    in.getInt();
    for (int i = 0; i < count; i++) {
      int type = in.getInt();
      int size = in.getInt();
      int offset = Math.toIntExact(in.getLong());
      if (buffers.put(type, Arrays.copyOfRange(encoded, offset, offset + size)) != null) {
        throw new InvalidTokenException("expected one buffer of each type in the PAC");
      }
      if (type == SERVER_CHECKSUM || type == KDC_CHECKSUM) {
        Arrays.fill(blank, offset + TYPE, offset + size, (byte) 0);
      }
    }
    Pac pac = new Pac(buffers);
    pac.require(SERVER_CHECKSUM, server.checksum(USAGE, blank));
    return pac;
  }

  /** Requires the KDC's own checksums, of the server's and of the ticket. */
  void requireOfKdc(KerberosKey kdc, byte[] ticket) throws InvalidTokenException {
    byte[] ofServer = checksum(SERVER_CHECKSUM);
    require(KDC_CHECKSUM, kdc.checksum(USAGE, ofServer));
    require(TICKET_CHECKSUM, kdc.checksum(USAGE, ticket));
  }

  private void require(int type, byte[] expected) throws InvalidTokenException {
    if (!MessageDigest.isEqual(expected, checksum(type))) {
      throw new InvalidTokenException("expected a PAC with the checksums of the KDC");
    }
  }

  private byte[] checksum(int type) throws InvalidTokenException {
    byte[] signature = buffers.getOrDefault(type, new byte[0]);
    if (signature.length < TYPE + KerberosKey.CHECKSUM_LENGTH
        || signature[0] != KerberosKey.CHECKSUM_TYPE) {
      throw new InvalidTokenException("expected a PAC with checksums of the service's key");
    }
    return Arrays.copyOfRange(signature, TYPE, TYPE + KerberosKey.CHECKSUM_LENGTH);
  }

  /** Requires that it speaks of the client who logged in then. */
  void requireOf(String client, Instant loggedIn) throws InvalidTokenException {
    byte[] found = buffers.getOrDefault(CLIENT_INFO, new byte[0]);
    if (!Arrays.equals(clientInfo(client, loggedIn), found)) {
      throw new InvalidTokenException("expected a PAC of the ticket's client");
    }
  }

  Optional<DelegationInfo> delegation() {
    return Optional.ofNullable(buffers.get(DELEGATION_INFO)).map(DelegationInfo::decoded);
  }

  private static ByteBuffer littleEndian(ByteBuffer buffer) {
    return buffer.order(ByteOrder.LITTLE_ENDIAN);
  }
}
