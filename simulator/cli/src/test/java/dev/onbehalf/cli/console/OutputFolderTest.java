package dev.onbehalf.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.cli.console.OutputFolder.OutputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is written beside the folder, whatever a file is to be called. */
final class OutputFolderTest {
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"../x", "below/x", "below/../../x", "..", ".", "", "/x"})
  void file_thatWouldLieElsewhere_isRefused(String name) throws Exception {
    OutputFolder out = new OutputFolder(Files.createDirectories(folder.resolve("out/below/..")));
    String file = name.startsWith("/") ? folder + name : name;
    assertThrows(IllegalArgumentException.class, () -> out.write(file, new byte[] {1}));
    assertFalse(Files.exists(folder.resolve("x")));
  }

  @Test
  void file_ofTheFolder_isWritten_howeverTheFolderIsNamed() throws Exception {
    Files.createDirectories(folder.resolve("out/below"));
    for (String name : List.of("out", "out/.", "out/below/..")) {
      write(folder.resolve(name));
    }
    assertEquals("x", Files.readString(folder.resolve("out/..x")));
  }

  @Test
  void leftOvers_ofRunsThatWereKilled_areSweptOnceTheyAreOld() throws Exception {
    Path old = temporary(Instant.now().minus(Duration.ofHours(2)));
    Path fresh = temporary(Instant.now());
    Path other = Files.createFile(folder.resolve(".mine.tmp"));
    Files.setLastModifiedTime(other, FileTime.from(Instant.EPOCH));
    new OutputFolder(folder).create();
    assertFalse(Files.exists(old));
    assertTrue(Files.exists(fresh));
    assertTrue(Files.exists(other));
  }

  private Path temporary(Instant time) throws IOException {
    Path file = Files.createFile(folder.resolve("." + UUID.randomUUID() + ".tmp"));
    return Files.setLastModifiedTime(file, FileTime.from(time));
  }

  @Test
  void newFile_isWrittenWholly_andNeverOverAnother() throws Exception {
    Path file = folder.resolve("new.yaml");
    OutputFolder.writeNew(file, "first");
    assertThrows(OutputException.class, () -> OutputFolder.writeNew(file, "second"));
    assertEquals("first", Files.readString(file));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void newFile_ofSeveralAtOnce_isWrittenByOne() throws Exception {
    for (int round = 0; round < 200; round++) {
      Path file = folder.resolve("raced" + round);
      List<Integer> written =
          IntStream.range(0, 4).parallel().filter(writer -> wins(file, writer)).boxed().toList();
      assertEquals(List.of(Integer.valueOf(Files.readString(file))), written);
    }
  }

  private static boolean wins(Path file, int writer) {
    try {
      OutputFolder.writeNew(file, "" + writer);
      return true;
    } catch (OutputException e) {
      return false;
    }
  }

  private static void write(Path folder) throws OutputException {
    new OutputFolder(folder).write("..x", new byte[] {'x'});
  }
}
