package dev.onbehalf.cli.console;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a file or folder as the user wrote it, and refuses what can't be one. */
public final class FileName implements ITypeConverter<String> {
  /** Java on Unix takes the letters of file names from the locale, and has no option for it. */
  public static final String REMEDY =
      "letters beyond ASCII need a locale that has them, such as `LC_ALL=C.UTF-8`";

  /** What stands for octets that the locale can't read. */
  private static final char UNREADABLE = '\ufffd';

  @Override
  public String convert(String name) {
    if (!isName(name)) {
      throw new TypeConversionException(mistake(name));
    }
    return name;
  }

  /** What to say of a text that can't be a name. */
  static String mistake(String text) {
    boolean isGarbled = text.indexOf(UNREADABLE) >= 0;
    return "expected the name of a file or folder, but found `"
        + text
        + "`"
        + (isGarbled ? "; " + REMEDY : "");
  }

  /** Whether this process can name the folder that it works in, and so any file in it. */
  public static boolean canNameFiles() {
    return Files.isDirectory(Path.of("").toAbsolutePath());
  }

  /** An empty name isn't one, though Java takes it for that of the working folder. */
  public static boolean isName(String name) {
    try {
      return !Path.of(name).toString().isEmpty();
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
