package dev.onbehalf.cli.console;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a file or folder as the user wrote it, and refuses what can't be one. */
public final class FileName implements ITypeConverter<String> {
  @Override
  public String convert(String name) {
    if (!isName(name)) {
      throw new TypeConversionException(mistake(name));
    }
    return name;
  }

  /** What to say of a text that can't be a name. */
  static String mistake(String text) {
    return "expected the name of a file or folder, but found `" + text + "`";
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
