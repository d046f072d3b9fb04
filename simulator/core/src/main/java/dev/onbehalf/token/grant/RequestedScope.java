package dev.onbehalf.token.grant;

import dev.onbehalf.text.PrintableText;
import dev.onbehalf.token.access.Scope;
import java.util.List;
import java.util.Optional;

/** The {@code scope} parameter, which can only take away (RFC 6749 section 3.3). */
final class RequestedScope {
  private RequestedScope() {}

  /** The values wanted, or all that there are if the request names none. */
  static List<String> within(List<String> available, FormParameters form)
      throws RefusedRequestException {
    Optional<String> requested = form.optional("scope");
    if (requested.isEmpty()) {
      return available;
    }
    List<String> wanted = Scope.parse(requested.get()).orElseThrow(() -> invalid(requested.get()));
    for (String value : wanted) {
      requireCovered(available, value);
    }
    return wanted;
  }

  private static void requireCovered(List<String> available, String wanted)
      throws RefusedRequestException {
    if (!Scope.covers(available, wanted)) {
      throw invalid(wanted);
    }
  }

  private static RefusedRequestException invalid(String scope) {
    return RefusedRequestException.invalidScope(
        "expected a scope within what may be granted, found " + PrintableText.quoted(scope));
  }
}
