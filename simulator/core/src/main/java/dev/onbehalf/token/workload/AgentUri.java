package dev.onbehalf.token.workload;

import dev.onbehalf.text.PrintableText;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The URI by which a certificate names an agent (RFC 5280 section 4.2.1.6). */
final class AgentUri {
  private static final String PREFIX = "https://agents.example/";

  private AgentUri() {}

  static String of(String agent) {
    // a form may spell a blank `+`, a URI may not (RFC 3986 section 2.1)
    return PREFIX + URLEncoder.encode(agent, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The agent, unless the URI is none of an agent in the one spelling that it may have. */
  static Optional<String> agent(String uri) {
    if (!uri.startsWith(PREFIX)) {
      return Optional.empty();
    }
    return decoded(uri.substring(PREFIX.length()))
        .filter(PrintableText::isIdentifier)
        .filter(agent -> of(agent).equals(uri));
  }

  private static Optional<String> decoded(String text) {
    try {
      return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
