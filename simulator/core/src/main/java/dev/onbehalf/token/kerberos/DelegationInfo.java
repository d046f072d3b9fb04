package dev.onbehalf.token.kerberos;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Who asked for the ticket in the user's name, as the KDC tells it ([MS-PAC] section 2.9).
 *
 * @param target the service that the ticket is for
 * @param transited the services that delegated, first to last, each with its realm
 */
record DelegationInfo(String target, List<String> transited) {
  private static final int HEADERS = 16;
  // [MS-RPCE] section 2.2.6.1: version 1, little-endian, 8 bytes of header, filler
  private static final long COMMON_HEADER = 0xCCCCCCCC_00081001L;
  private static final int FIRST_REFERENT = 0x00020000;
  private static final int STRING = 8;
  private static final int MOST = 64;

  DelegationInfo {
    transited = List.copyOf(transited);
  }

  /** As the structure S4U_DELEGATION_INFO in NDR ([MS-RPCE] section 2.2.6). */
  byte[] encoded() {
    ByteBuffer out = littleEndian(ByteBuffer.allocate(size()));
    out.putLong(COMMON_HEADER).putInt(size() - HEADERS).putInt(0);
    int referent = FIRST_REFERENT;
    out.putInt(referent++);
    putHeader(out, target, referent++);
    out.putInt(transited.size()).putInt(referent++);
    putText(out, target);
    out.putInt(transited.size());
    for (String service : transited) {
      putHeader(out, service, referent++);
    }
    transited.forEach(service -> putText(out, service));
    return out.array();
  }

  private int size() {
    int lists = HEADERS + 4 + STRING + 8 + 4 + transited.size() * STRING;
    int texts = textSize(target) + transited.stream().mapToInt(DelegationInfo::textSize).sum();
    return aligned(lists + texts, 8);
  }

  private static int textSize(String text) {
    return aligned(12 + 2 * text.length(), 4);
  }

  private static int aligned(int size, int to) {
    return (size + to - 1) / to * to;
  }

  private static void putHeader(ByteBuffer out, String text, int referent) {
    short bytes = (short) (2 * text.length());
    out.putShort(bytes).putShort(bytes).putInt(referent);
  }

  private static void putText(ByteBuffer out, String text) {
    int end = out.position() + textSize(text);
    out.putInt(text.length()).putInt(0).putInt(text.length());
    out.put(text.getBytes(StandardCharsets.UTF_16LE)).position(end);
  }

  /**
   * Reads such a structure.
   *
   * @throws RuntimeException when it is none
   */
  static DelegationInfo decoded(byte[] encoded) {
    ByteBuffer in = littleEndian(ByteBuffer.wrap(encoded));
    in.position(HEADERS + 4 + STRING);
    int count = in.getInt();
    in.getInt();
    String target = text(in);
    if (in.getInt() != count || count < 0 || count > MOST) {
      throw new IllegalArgumentException("expected at most " + MOST + " services");
    }
    in.position(in.position() + count * STRING);
    List<String> transited = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      transited.add(text(in));
    }
    return new DelegationInfo(target, transited);
  }

  private static String text(ByteBuffer in) {
    in.getInt();
    in.getInt();
    byte[] characters = new byte[2 * Math.min(in.getInt(), in.remaining())];
    in.get(characters);
    in.position(Math.min(aligned(in.position(), 4), in.limit()));
    return new String(characters, StandardCharsets.UTF_16LE);
  }

  private static ByteBuffer littleEndian(ByteBuffer buffer) {
    return buffer.order(ByteOrder.LITTLE_ENDIAN);
  }
}
