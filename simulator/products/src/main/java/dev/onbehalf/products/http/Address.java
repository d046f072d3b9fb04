package dev.onbehalf.products.http;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a server listens. */
public record Address(URI uri) {
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

  /** What is wrong with the text as an address, if anything is. */
  public static Optional<String> problem(String text) {
    try {
      return problem(URI.create(text));
    } catch (IllegalArgumentException e) {
      return Optional.of("is no address");
    }
  }

  private static Optional<String> problem(URI uri) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.matches("https?") || uri.getHost() == null) {
      return Optional.of("is no address that begins with https:// or http:// and a host");
    }
    if (uri.getPort() > 65_535) {
      return Optional.of("has a port that there isn't");
    }
    if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
      return Optional.of("may have host, port and path, and nothing else");
    }
    return scheme.equals("http")
            && !LOOPBACK.matcher(uri.getHost().toLowerCase(Locale.ROOT)).matches()
        ? Optional.of("goes over the network, where only https:// will do")
        : Optional.empty();
  }

  /** The address that the text is. */
  public static Address of(String text) {
    return new Address(URI.create(text.replaceFirst("/+$", "")));
  }

  /** The address of what lies below it. */
  public URI resolve(String path) {
    return URI.create(uri + path);
  }

  /** Whether both are of one server. */
  public boolean isOfServer(URI other) {
    return uri.resolve("/").equals(other.resolve("/"));
  }

  @Override
  public String toString() {
    return uri.toString();
  }
}
