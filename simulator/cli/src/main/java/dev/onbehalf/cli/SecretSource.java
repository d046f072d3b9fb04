package dev.onbehalf.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onbehalf.cli.console.Console;
import dev.onbehalf.cli.console.FileBytes;
import dev.onbehalf.cli.console.FileBytes.UnreadableFileException;
import dev.onbehalf.text.PrintableText;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a secret is taken from, which is never an argument: other users of the machine see those.
 *
 * @param file what the option names; {@code -} for standard input
 * @param variable of the environment, for want of a file
 */
record SecretSource(String option, Optional<String> file, String variable, Pattern form) {
  /** RFC 6749 appendix A.2. */
  static final Pattern CLIENT_SECRET = Pattern.compile("[\\x20-\\x7e]+");

  /** RFC 6750 section 2.1. */
  static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

  private static final int MOST_BYTES = 64 * 1024;

  /** The secret. */
  String read(Console console) throws NoSecretException {
    String text = file.isPresent() ? ofFile(console, file.get()) : ofEnvironment();
    String secret = text.strip();
    if (!form.matcher(secret).matches()) {
      throw new NoSecretException(
          (file.isPresent() ? PrintableText.quoted(file.get()) : variable)
              + " doesn't hold what `"
              + option
              + "` is for");
    }
    return secret;
  }

  private String ofFile(Console console, String name) throws NoSecretException {
    try {
      return new String(
          name.equals("-")
              ? System.in.readNBytes(MOST_BYTES)
              : FileBytes.read(console.workingDirectory(), name, MOST_BYTES),
          UTF_8);
    } catch (UnreadableFileException e) {
      throw new NoSecretException(PrintableText.escaped(name) + ": " + e.reason());
    } catch (IOException e) {
      throw new NoSecretException("standard input can't be read");
    }
  }

  private String ofEnvironment() throws NoSecretException {
    String value = System.getenv(variable);
    if (value == null) {
      throw new NoSecretException("expected `" + option + "` FILE, or the variable " + variable);
    }
    return value;
  }

  /** A secret that isn't there. */
  static final class NoSecretException extends Exception {
    private static final long serialVersionUID = 1L;

    NoSecretException(String problem) {
      super(problem);
    }

    /** The line for the user. */
    String line() {
      return String.valueOf(getMessage());
    }
  }
}
