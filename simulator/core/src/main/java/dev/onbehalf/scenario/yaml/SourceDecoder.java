package dev.onbehalf.scenario.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Decodes the bytes of a scenario file strictly. */
public final class SourceDecoder {
  private static final int LIMIT = SourceText.MAX_BYTES;
  private static final int BYTE_ORDER_MARK = 0xfeff;

  private SourceDecoder() {}

  /** The text up to the first byte that can't be read, and what is wrong there. */
  public record Decoded(String text, Optional<String> problem) {}

  public static Decoded decode(byte[] bytes) {
    if (bytes.length > LIMIT) {
      return refused("the file has " + bytes.length + " bytes; at most " + LIMIT + " are read");
    }
    if (startsWith(bytes, 0xfe, 0xff) || startsWith(bytes, 0xff, 0xfe)) {
      return refused("the file is UTF-16 or UTF-32; save it as UTF-8");
    }
    return decodeUtf8(bytes);
  }

  private static Decoded refused(String problem) {
    return new Decoded("", Optional.of(problem));
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length > 1 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
  }

  private static Decoded decodeUtf8(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .decode(in, out, true);
    return new Decoded(
        withoutMark(out.flip().toString()),
        result.isError() ? Optional.of(malformed(in)) : Optional.empty());
  }

  private static String malformed(ByteBuffer in) {
    int offset = in.position();
    return "byte %d of the file, 0x%02x, is not UTF-8; save the file as UTF-8"
        .formatted(offset + 1, in.get(offset) & 0xff);
  }

  private static String withoutMark(String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }
}
