package dev.onbehalf.cli.console;

import dev.onbehalf.cli.console.OutputFolder.OutputException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes files that weren't there before. */
public final class NewFile {
  private NewFile() {}

  public static void write(Path file, String text) throws OutputException {
    try {
      Files.writeString(file, text, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new OutputException(file, "it exists already; name a file that doesn't");
    } catch (NoSuchFileException e) {
      throw new OutputException(file, "there is no such folder");
    } catch (IOException e) {
      throw new OutputException(file, OutputFolder.reason(e));
    }
  }
}
