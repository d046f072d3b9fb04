package dev.onbehalf.products.casbin;

import dev.onbehalf.products.draft.Losses;
import dev.onbehalf.products.source.BadSourceException;
import dev.onbehalf.products.source.Place;
import dev.onbehalf.products.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The lines of a policy file. */
final class PolicyLines {
  private final List<Line> rules = new ArrayList<>();
  private final Map<String, Map<String, Set<String>>> roles = new LinkedHashMap<>();

  /** The fields of a rule by their names. */
  record Line(Place place, Map<String, String> fields) {
    String value(String field) {
      return fields.getOrDefault(field, "");
    }
  }

  PolicyLines(SourceFile file, Model model, Losses losses) throws BadSourceException {
    int number = 0;
    for (String text : file.text().split("\r?\n", -1)) {
      number++;
      if (!text.isBlank() && !text.startsWith("#")) {
        add(new Place(file.name(), number, ""), text, model, losses);
      }
    }
  }

  private void add(Place place, String text, Model model, Losses losses) throws BadSourceException {
    if (text.indexOf('"') >= 0) {
      throw new BadSourceException(place, "has a field in quotes, which can't be imported");
    }
    List<String> words = new ArrayList<>();
    for (String word : text.split(",", -1)) {
      words.add(word.trim());
    }
    String kind = words.get(0);
    List<String> values = words.subList(1, words.size());
    if (kind.equals("p")) {
      rule(place, values, model.fields());
    } else if (model.matches().values().stream().anyMatch(one -> one.roles().equals(kind))) {
      role(place, kind, values);
    } else {
      losses.dropped(place, "the matcher doesn't use `" + kind + "`");
    }
  }

  private void rule(Place place, List<String> values, List<String> names)
      throws BadSourceException {
    if (values.size() != names.size()) {
      throw new BadSourceException(
          place, "expected " + names.size() + " fields after `p`, found " + values.size());
    }
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      fields.put(names.get(i), values.get(i));
    }
    rules.add(new Line(place, fields));
  }

  private void role(Place place, String kind, List<String> values) throws BadSourceException {
    if (values.size() != 2) {
      throw new BadSourceException(
          place, "expected a name and its role after `" + kind + "`, found " + values.size());
    }
    roles(kind).computeIfAbsent(values.get(0), unseen -> new LinkedHashSet<>()).add(values.get(1));
  }

  List<Line> rules() {
    return rules;
  }

  /** The roles that each name has at once, in the role definition. */
  Map<String, Set<String>> roles(String definition) {
    return roles.computeIfAbsent(definition, unseen -> new LinkedHashMap<>());
  }
}
