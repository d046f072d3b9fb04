package dev.onbehalf.reports.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/** The stylesheet of the pages and the content security policy that lets nothing else in. */
final class Stylesheet {
  /** What stands between the style tags, to the byte. */
  static final String TEXT = read();

  private Stylesheet() {}

  static String contentSecurityPolicy() {
    // The empty icon is a data: image; without it browsers ask the server for one.
    return "default-src 'none'; style-src 'sha256-"
        + hash()
        + "'; img-src data:; base-uri 'none'; form-action 'none'";
  }

  private static String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(TEXT.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String read() {
    try (InputStream in = Stylesheet.class.getResourceAsStream("report.css")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      // Browsers normalise line ends before they hash.
      return text.replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
