package dev.onbehalf.token.grant;

import dev.onbehalf.text.PrintableText;
import dev.onbehalf.token.registry.Party;
import dev.onbehalf.token.registry.Registry;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.stream.Stream;

/** The one party that a request wants a token for (RFC 8693 section 2.1, RFC 8707 section 2). */
record TokenTarget(String name, Party party) {

  static TokenTarget of(FormParameters form, Registry registry) throws RefusedRequestException {
    List<String> resources = form.all("resource");
    List<String> names = Stream.of(form.all("audience"), resources).flatMap(List::stream).toList();
    // RFC 9700 section 2.3: a token for one party; RFC 8707 section 2: missing is an invalid target
    if (names.size() != 1) {
      throw RefusedRequestException.invalidTarget(
          "expected one `audience` or `resource`, found " + names.size());
    }
    TokenTarget target = new TokenTarget(names.get(0), party(names.get(0), registry));
    return resources.isEmpty() ? target : target.asResource();
  }

  TokenTarget require(Party... parties) throws RefusedRequestException {
    if (!List.of(parties).contains(party)) {
      throw unknown(name);
    }
    return this;
  }

  private TokenTarget asResource() throws RefusedRequestException {
    // RFC 8693 section 2.1: an absolute URI without a fragment; RFC 8707 section 2 has
    // invalid_target for one that is malformed
    if (!isAbsoluteWithoutFragment(name)) {
      throw RefusedRequestException.invalidTarget(
          "expected an absolute URI without a fragment as `resource`, found "
              + PrintableText.quoted(name));
    }
    return require(Party.RESOURCE);
  }

  private static Party party(String name, Registry registry) throws RefusedRequestException {
    return registry.find(name).orElseThrow(() -> unknown(name));
  }

  private static RefusedRequestException unknown(String name) {
    return RefusedRequestException.invalidTarget(
        "expected a registered target, found " + PrintableText.quoted(name));
  }

  private static boolean isAbsoluteWithoutFragment(String text) {
    try {
      URI uri = new URI(text);
      return uri.isAbsolute() && uri.getRawFragment() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
