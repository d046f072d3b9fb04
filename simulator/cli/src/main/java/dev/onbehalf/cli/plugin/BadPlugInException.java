package dev.onbehalf.cli.plugin;

import dev.onbehalf.text.PrintableText;
import java.util.List;

/** Plug-ins that can't be used, and why: nothing is run before the user has mended it. */
public final class BadPlugInException extends Exception {
  private static final long serialVersionUID = 1L;

  public BadPlugInException(String file, String reason) {
    super(PrintableText.escaped(file + ": " + reason));
  }

  private BadPlugInException(String lines) {
    super(lines);
  }

  /** All that is wrong, one line each. */
  public static BadPlugInException of(List<BadPlugInException> each) {
    return new BadPlugInException(
        String.join("\n", each.stream().map(BadPlugInException::getMessage).toList()));
  }

  /** What is wrong, one line for each plug-in. */
  public List<String> lines() {
    return String.valueOf(getMessage()).lines().toList();
  }
}
