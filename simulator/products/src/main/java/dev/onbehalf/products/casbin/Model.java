package dev.onbehalf.products.casbin;

import dev.onbehalf.products.casbin.Match.Kind;
import dev.onbehalf.products.source.BadSourceException;
import dev.onbehalf.products.source.Place;
import dev.onbehalf.products.source.SourceFile;
import dev.onbehalf.text.PrintableText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casbin.jcasbin.config.Config;
import org.casbin.jcasbin.exception.CasbinConfigException;

/**
 * A model, as far as a scenario can follow it.
 *
 * @param fields those of a policy
 * @param matches how each field of a request is compared
 */
record Model(List<String> fields, Map<String, Match> matches, Combining combining) {
  private static final Pattern EQUAL = Pattern.compile("r\\.(\\w+) == p\\.\\1");
  private static final Pattern EQUAL_TURNED = Pattern.compile("p\\.(\\w+) == r\\.\\1");
  private static final Pattern ROLE = Pattern.compile("(g\\d*)\\(r\\.(\\w+), ?p\\.\\2\\)");
  private static final Pattern PREFIX = Pattern.compile("keyMatch\\(r\\.(\\w+), ?p\\.\\1\\)");
  private static final Pattern EQUAL_OR_ALL =
      Pattern.compile("\\(r\\.(\\w+) == p\\.\\1 \\|\\| p\\.\\1 == [\"']\\*[\"']\\)");

  private static final String EXPECTED =
      "; expected `r.x == p.x`, `(r.x == p.x || p.x == \"*\")`, `g(r.x, p.x)` or `keyMatch(r.x,"
          + " p.x)` with `&&` between";

  /** What several policies say together. */
  enum Combining {
    ALLOW("some(where (p.eft == allow))"),
    NO_DENY("!some(where (p.eft == deny))"),
    ALLOW_AND_NO_DENY("some(where (p.eft == allow)) && !some(where (p.eft == deny))");

    private final String words;

    Combining(String words) {
      this.words = words;
    }

    private static Combining of(String effect, Place place) throws BadSourceException {
      String plain = effect.replace("p_eft", "p.eft").replaceAll("\\s+", "");
      for (Combining one : values()) {
        if (one.words.replace(" ", "").equals(plain)) {
          return one;
        }
      }
      throw new BadSourceException(place, "can't be imported: " + PrintableText.quoted(effect));
    }
  }

  Model {
    fields = List.copyOf(fields);
    matches = Collections.unmodifiableMap(new LinkedHashMap<>(matches));
  }

  static Model read(SourceFile file) throws BadSourceException {
    Config config = config(file);
    List<String> asked = words(config, file, "request_definition", "r");
    Map<String, Match> matches = matches(config, file);
    for (String field : asked) {
      if (!matches.containsKey(field)) {
        throw new BadSourceException(
            place(file, "matchers", "m"), "doesn't compare `r." + field + "`" + EXPECTED);
      }
    }
    if (!matches.keySet().equals(new LinkedHashSet<>(asked))) {
      throw new BadSourceException(
          place(file, "matchers", "m"), "compares what no request has: " + matches.keySet());
    }
    String effect = value(config, file, "policy_effect", "e");
    return new Model(
        words(config, file, "policy_definition", "p"),
        matches,
        Combining.of(effect, place(file, "policy_effect", "e")));
  }

  private static Config config(SourceFile file) throws BadSourceException {
    try {
      return Config.newConfigFromText(file.text());
    } catch (CasbinConfigException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new BadSourceException(file.place(), "is no model of Casbin: " + e.getMessage());
    }
  }

  private static Place place(SourceFile file, String section, String key) {
    return new Place(file.name(), 0, "/" + section + "/" + key);
  }

  private static String value(Config config, SourceFile file, String section, String key)
      throws BadSourceException {
    String value = config.getString(section + "::" + key);
    if (value.isBlank()) {
      throw new BadSourceException(place(file, section, key), "is missing");
    }
    return value.trim();
  }

  private static List<String> words(Config config, SourceFile file, String section, String key)
      throws BadSourceException {
    List<String> words = new ArrayList<>();
    for (String word : value(config, file, section, key).split(",", -1)) {
      words.add(word.trim());
    }
    return words;
  }

  private static Map<String, Match> matches(Config config, SourceFile file)
      throws BadSourceException {
    Map<String, Match> matches = new LinkedHashMap<>();
    String all = value(config, file, "matchers", "m").replaceAll("\\s+", " ");
    for (String part : all.split("&&", -1)) {
      if (!add(matches, part.trim())) {
        throw new BadSourceException(
            place(file, "matchers", "m"),
            "can't be imported: " + PrintableText.quoted(part.trim()) + EXPECTED);
      }
    }
    return matches;
  }

  private static boolean add(Map<String, Match> matches, String part) {
    Matcher role = ROLE.matcher(part);
    if (role.matches()) {
      return matches.putIfAbsent(role.group(2), new Match(Kind.ROLE, role.group(1))) == null;
    }
    return add(matches, EQUAL.matcher(part), Kind.EQUAL)
        || add(matches, EQUAL_TURNED.matcher(part), Kind.EQUAL)
        || add(matches, EQUAL_OR_ALL.matcher(part), Kind.EQUAL_OR_ALL)
        || add(matches, PREFIX.matcher(part), Kind.PREFIX);
  }

  private static boolean add(Map<String, Match> matches, Matcher found, Kind kind) {
    return found.matches() && matches.putIfAbsent(found.group(1), new Match(kind, "")) == null;
  }
}
