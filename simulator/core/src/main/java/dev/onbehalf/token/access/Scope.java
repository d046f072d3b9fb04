package dev.onbehalf.token.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Scope values as this token service writes them: a resource, or one action of a resource. */
public final class Scope {
  // RFC 6749 section 3.3: scope-token *( SP scope-token )
  private static final Pattern SYNTAX =
      Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]++(?: [\\x21\\x23-\\x5B\\x5D-\\x7E]++)*+");

  private Scope() {}

  /** The scope value for every action of the resource. */
  public static String of(String resource) {
    return URLEncoder.encode(resource, StandardCharsets.UTF_8);
  }

  /** The scope value for one action of the resource. */
  public static String of(String resource, String action) {
    return of(resource) + ":" + URLEncoder.encode(action, StandardCharsets.UTF_8);
  }

  /** Whether the granted values include the wanted one. */
  public static boolean covers(List<String> granted, String wanted) {
    int colon = wanted.indexOf(':');
    return granted.contains(wanted) || (colon > 0 && granted.contains(wanted.substring(0, colon)));
  }

  /** The values of a space-delimited list, or nothing if that is not what it is. */
  public static Optional<List<String>> parse(String text) {
    return SYNTAX.matcher(text).matches()
        ? Optional.of(List.of(text.split(" ", -1)).stream().distinct().toList())
        : Optional.empty();
  }

  /** Those of the values that concern the resource. */
  public static List<String> concerning(String resource, List<String> values) {
    List<String> whole = List.of(of(resource));
    return values.stream().filter(value -> covers(whole, value)).toList();
  }
}
