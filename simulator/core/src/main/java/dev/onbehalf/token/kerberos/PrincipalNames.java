package dev.onbehalf.token.kerberos;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of one component as texts, in which `\` stands before what would end it. */
final class PrincipalNames {
  private static final Pattern FULL = Pattern.compile("((?:[^\\\\/@]|\\\\.)+)@([^\\\\/@]+)");

  private PrincipalNames() {}

  static String escaped(String name) {
    return name.replaceAll("[\\\\/@]", "\\\\$0");
  }

  static String inRealm(String name, String realm) {
    return escaped(name) + "@" + realm;
  }

  /** The name without its realm, which has to be this one. */
  static String ofRealm(String text, String realm) {
    Matcher full = FULL.matcher(text);
    if (!full.matches() || !full.group(2).equals(realm)) {
      throw new IllegalArgumentException("expected a name of the realm " + realm);
    }
    return full.group(1).replaceAll("\\\\(.)", "$1");
  }
}
