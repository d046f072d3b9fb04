package dev.onbehalf.cli.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Reads the bytes of files, and says in a user's words why it can't. */
public final class FileBytes {
  private FileBytes() {}

  /** The bytes of the file, never more than so many. */
  public static byte[] read(Path folder, String file, int mostBytes)
      throws UnreadableFileException {
    // In a list of names, the library for command lines drops what it can't convert.
    if (!FileName.isName(file)) {
      throw new UnreadableFileException(FileName.mistake(file));
    }
    try {
      return read(folder.resolve(file), mostBytes);
    } catch (AccessDeniedException e) {
      throw new UnreadableFileException("can't be read: permission denied");
    } catch (IOException e) {
      throw new UnreadableFileException("can't be read: " + e.getMessage());
    }
  }

  private static byte[] read(Path file, int mostBytes) throws IOException, UnreadableFileException {
    if (!Files.exists(file)) {
      throw new UnreadableFileException("no such file");
    }
    if (Files.isDirectory(file)) {
      throw new UnreadableFileException("is a folder; expected a file");
    }
    if (!Files.isRegularFile(file) && !file.toAbsolutePath().startsWith("/dev")) {
      // Nobody may ever write into a pipe; one below /dev is open already, standard input say.
      throw new UnreadableFileException("is a pipe or a device; expected a file");
    }
    checkSize(Files.size(file), mostBytes);
    try (InputStream stream = Files.newInputStream(file)) {
      // A file may grow, and a device has no size: what is read is bounded, too.
      byte[] bytes = stream.readNBytes(mostBytes + 1);
      checkSize(bytes.length, mostBytes);
      return bytes;
    }
  }

  /** The checksum of the bytes, in hexadecimal digits. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static void checkSize(long size, int mostBytes) throws UnreadableFileException {
    if (size > mostBytes) {
      throw new UnreadableFileException(
          "is too large; expected %d bytes at most".formatted(mostBytes));
    }
  }

  /** A file that can't be read, and why. */
  public static final class UnreadableFileException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    UnreadableFileException(String reason) {
      super(reason);
      this.reason = reason;
    }

    public String reason() {
      return reason;
    }
  }
}
