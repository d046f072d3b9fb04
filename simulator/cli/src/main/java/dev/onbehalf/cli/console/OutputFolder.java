package dev.onbehalf.cli.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The folder that results are written to, each file wholly or not at all. */
public record OutputFolder(Path folder) {
  private static final String TEMPORARY = ".tmp";

  /** The names of temporary files: a point and a UUID before their end. */
  private static final String LEFT_OVER = ".????????-????-????-????-????????????" + TEMPORARY;

  /** Whatever is older is nobody's any more. */
  private static final Duration LONGEST_WRITE = Duration.ofHours(1);

  /** The name of a file in the folder as the user may type it. */
  public String shown(String name) {
    Path here = Path.of("").toAbsolutePath();
    Path file = folder.resolve(name).toAbsolutePath().normalize();
    return (file.startsWith(here) ? here.relativize(file) : file).toString();
  }

  /** Makes sure that there is a folder to write to. */
  public void create() throws OutputException {
    try {
      // A link to a folder is a folder, but createDirectories refuses it.
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      throw new OutputException(folder, reason(e));
    }
    if (!Files.isWritable(folder)) {
      throw new OutputException(folder, "permission denied");
    }
    sweep();
  }

  /** Writes the file; whoever reads it meanwhile sees the old content or the new. */
  public void write(String name, byte[] content) throws OutputException {
    write(name, content, true);
  }

  /** Likewise, but doesn't wait for the disk: what a crash takes can be rendered again. */
  public void writeRendering(String name, byte[] content) throws OutputException {
    write(name, content, false);
  }

  private void write(String name, byte[] content, boolean durable) throws OutputException {
    Path file = inside(name);
    Path temporary = temporary(folder);
    try {
      try {
        writeNew(temporary, content, durable);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw new OutputException(file, reason(e));
    }
  }

  private static Path temporary(Path folder) {
    return folder.resolve("." + UUID.randomUUID() + TEMPORARY);
  }

  /** Deletes what runs left that were killed while they wrote. */
  private void sweep() {
    Instant old = Instant.now().minus(LONGEST_WRITE);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, LEFT_OVER)) {
      for (Path file : files) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // Another run may sweep, too, and what can't be deleted harms nobody.
    }
  }

  /** Whoever asks: what lies elsewhere is none of ours to overwrite. */
  private Path inside(String name) {
    Path file = folder.resolve(name);
    Path parent = folder.toAbsolutePath().normalize();
    if (!parent.equals(file.toAbsolutePath().normalize().getParent())) {
      throw new IllegalArgumentException("`" + name + "` is no file of the folder " + folder);
    }
    return file;
  }

  private static void writeNew(Path file, byte[] content, boolean durable) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      if (durable) {
        channel.force(true);
      }
    }
  }

  /** Writes a file that wasn't there before, in any folder, wholly or not at all. */
  public static void writeNew(Path file, String text) throws OutputException {
    Path temporary = temporary(file.toAbsolutePath().resolveSibling(""));
    try {
      try {
        writeNew(temporary, text.getBytes(UTF_8), true);
        publish(temporary, file);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (FileAlreadyExistsException e) {
      throw new OutputException(file, "it exists already; name a file that doesn't");
    } catch (NoSuchFileException e) {
      throw new OutputException(file, "there is no such folder");
    } catch (IOException e) {
      throw new OutputException(file, reason(e));
    }
  }

  /** A move would replace what another made after it looked; a link can't, where there are any. */
  private static void publish(Path temporary, Path file) throws IOException {
    try {
      Files.createLink(file, temporary);
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.move(temporary, file);
    }
  }

  /** Why the file system refuses, in a few words. */
  public static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "a file is in the way of the folder";
    }
    if (e instanceof FileSystemException failure) {
      return Optional.ofNullable(failure.getReason()).orElse("the file system refuses");
    }
    return Optional.ofNullable(e.getMessage()).orElse("the file system refuses");
  }

  /** Output that can't be written. */
  public static final class OutputException extends Exception {
    private static final long serialVersionUID = 1L;

    public OutputException(Path path, String reason) {
      super(path + ": can't be written: " + reason);
    }
  }
}
