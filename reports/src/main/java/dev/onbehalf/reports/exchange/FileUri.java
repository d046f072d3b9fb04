package dev.onbehalf.reports.exchange;

import java.net.URI;
import java.net.URISyntaxException;

/** A file name as a URI reference: relative when the name is. */
final class FileUri {
  private FileUri() {}

  static String of(String file) {
    try {
      String path = file.replace('\\', '/');
      String scheme = path.startsWith("/") ? "file" : null;
      // A colon in the first segment would read as a scheme (RFC 3986 section 4.2).
      String unambiguous = scheme == null && path.contains(":") ? "./" + path : path;
      return new URI(scheme, scheme == null ? null : "", unambiguous, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("a file can't be called `" + file + "`", e);
    }
  }
}
