package dev.onbehalf.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.onbehalf.cli.console.OutputFolder.OutputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

  private static void write(Path folder) throws OutputException {
    new OutputFolder(folder).write("..x", new byte[] {'x'});
  }
}
