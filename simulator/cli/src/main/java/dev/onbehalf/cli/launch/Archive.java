package dev.onbehalf.cli.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The archive of classes that the launcher {@code sim} makes for one Java and one jar: where it is
 * kept, and whether it is whole.
 */
final class Archive {
  private static final int POLYNOMIAL = 0x04C11DB7;

  private Archive() {}

  /** The archive for these, if there is one that fits and isn't damaged. */
  static Optional<Path> of(Path java, Path jar) {
    try {
      Path archive = folder().resolve("sim-" + key(java, jar) + ".jsa");
      return fits(archive, jar) && isWhole(archive) ? Optional.of(archive) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Path folder() {
    String cache = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
    return cache.isEmpty()
        ? Path.of(System.getenv().getOrDefault("HOME", "/nonexistent"), ".cache", "onbehalf")
        : Path.of(cache, "onbehalf");
  }

  private static String key(Path java, Path jar) throws IOException {
    byte[] names = (java.toRealPath() + "\n" + jar.toRealPath() + "\n").getBytes(UTF_8);
    return Integer.toUnsignedString(checksum(names)) + names.length;
  }

  /** It bears the time of its jar. */
  private static boolean fits(Path archive, Path jar) throws IOException {
    return Files.isRegularFile(archive)
        && Files.getLastModifiedTime(archive).equals(Files.getLastModifiedTime(jar));
  }

  /** Whether its length and checksum are those that were noted when it was made. */
  private static boolean isWhole(Path archive) throws IOException {
    Path noted = archive.resolveSibling(archive.getFileName() + ".sum");
    return Files.exists(noted) && Files.readString(noted).strip().equals(sum(archive));
  }

  /** The program that the launcher asks, too, is faster than this process would be by now. */
  private static String sum(Path archive) throws IOException {
    Process process = new ProcessBuilder("cksum").redirectInput(archive.toFile()).start();
    try (InputStream answer = process.getInputStream()) {
      return new String(answer.readAllBytes(), UTF_8).strip();
    }
  }

  /** The checksum of {@code cksum}, as POSIX says: of the bytes, then of their number. */
  static int checksum(byte[] bytes) {
    int sum = 0;
    for (byte octet : bytes) {
      sum = with(sum, octet);
    }
    for (int length = bytes.length; length != 0; length >>>= 8) {
      sum = with(sum, length);
    }
    return ~sum;
  }

  private static int with(int sum, int octet) {
    int next = sum ^ (octet << 24);
    for (int bit = 0; bit < 8; bit++) {
      next = (next << 1) ^ (next < 0 ? POLYNOMIAL : 0);
    }
    return next;
  }
}
