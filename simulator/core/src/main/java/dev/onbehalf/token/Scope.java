package dev.onbehalf.token;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Scope values as this token service writes them: a resource, or one action of a resource. */
public final class Scope {
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
}
