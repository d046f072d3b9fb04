package dev.onbehalf.products;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.products.draft.Imported;
import dev.onbehalf.products.source.BadSourceException;
import dev.onbehalf.products.source.SourceFile;
import dev.onbehalf.scenario.Request;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A scenario of a model and tuples says what a naive check, from the top, answers. */
final class OpenFgaImportTest {
  private static final int WORLDS = 2_000;

  /**
   * Groups in groups, and documents whose viewers are editors, or of the parent, and not blocked.
   */
  private static final String MODEL =
      """
      {"schema_version": "1.1", "type_definitions": [
        {"type": "user"}, {"type": "agent"},
        {"type": "group", "relations": {"member": {"this": {}}}},
        {"type": "folder", "relations": {"viewer": {"this": {}}}},
        {"type": "doc", "relations": {
          "parent": {"this": {}}, "blocked": {"this": {}}, "editor": {"this": {}},
          "both": {"intersection": {"child": [
            {"computedUserset": {"relation": "editor"}}, {"computedUserset": {"relation": "blocked"}}]}},
          "viewer": {"difference": {
            "base": {"union": {"child": [
              {"this": {}}, {"computedUserset": {"relation": "editor"}},
              {"tupleToUserset": {"tupleset": {"relation": "parent"},
                "computedUserset": {"relation": "viewer"}}}]}},
            "subtract": {"computedUserset": {"relation": "blocked"}}}}}}]}
      """;

  private static Imported imported(String model, String tuples) throws Exception {
    return Importer.OPENFGA.read(
        List.of(
            SourceFile.of("model.json", model.getBytes(StandardCharsets.UTF_8)),
            SourceFile.of("tuples.yaml", tuples.getBytes(StandardCharsets.UTF_8))),
        1);
  }

  private record Tuple(String user, String relation, String object) {
    String yaml() {
      return "- {user: '%s', relation: %s, object: '%s'}\n".formatted(user, relation, object);
    }
  }

  @Test
  void languageOfOpenFga_isRefusedWithWhatToDo() {
    BadSourceException refused =
        assertThrows(BadSourceException.class, () -> imported("model\n  schema 1.1\n", "[]"));
    assertEquals(
        "model.json: is in OpenFGA's own language; expected the JSON that `fga model transform`"
            + " makes of it",
        refused.line());
  }

  @Test
  void condition_isTold() throws Exception {
    Imported imported =
        imported(
            MODEL,
            """
            - {user: 'user:ann', relation: editor, object: 'doc:d'}
            - {user: 'user:bob', relation: editor, object: 'doc:d', condition: {name: x}}
            - {user: 'user:bob', relation: owner, object: 'doc:d'}
            """);
    assertEquals(
        List.of(
            "tuples.yaml:2: /1: dropped: holds on a condition only",
            "tuples.yaml:3: /2: dropped: the model has no such relation"),
        imported.losses().lines());
  }

  @Test
  void randomTuples_sayTheSame() throws Exception {
    Random random = new Random(5);
    Agreement agreement = new Agreement();
    for (int world = 0; world < WORLDS; world++) {
      Set<Tuple> tuples = new LinkedHashSet<>();
      for (int i = 1 + random.nextInt(9); i > 0; i--) {
        tuples.add(tuple(random));
      }
      String text = tuples.stream().map(Tuple::yaml).collect(Collectors.joining());
      Optional<Imported> imported = Agreement.imported(() -> imported(MODEL, text));
      if (imported.isPresent()) {
        agreement.check(imported.get(), text, source -> permits(tuples, source));
      }
    }
    assertTrue(agreement.requests() > 10_000 && agreement.permitted() > 2_000, agreement::toString);
  }

  private static boolean permits(Set<Tuple> tuples, Request source) {
    String subject = source.isForNobody() ? source.via().get(0) : source.user();
    return (source.isDirect() || source.isForNobody())
        && check(tuples, subject, source.action(), source.resource(), 9);
  }

  private static Tuple tuple(Random random) {
    String subject =
        any(
            random,
            "user:ann",
            "user:bob",
            "agent:bot",
            "user:*",
            "group:g#member",
            "group:h#member");
    return switch (random.nextInt(4)) {
      case 0 -> new Tuple(subject, "member", any(random, "group:g", "group:h"));
      case 1 -> new Tuple("folder:f", "parent", "doc:d");
      case 2 -> new Tuple(subject, "viewer", any(random, "folder:f", "doc:d"));
      default -> new Tuple(subject, any(random, "blocked", "editor"), "doc:d");
    };
  }

  private static String any(Random random, String... all) {
    return all[random.nextInt(all.length)];
  }

  private static boolean check(
      Set<Tuple> tuples, String user, String relation, String object, int depth) {
    if (depth == 0) {
      return false;
    }
    boolean isDoc = object.startsWith("doc:");
    boolean isDirect =
        tuples.stream()
            .filter(one -> one.relation().equals(relation) && one.object().equals(object))
            .anyMatch(one -> names(tuples, one.user(), user, depth));
    return switch (relation) {
      case "viewer" ->
          isDoc
              ? !check(tuples, user, "blocked", object, depth - 1)
                  && (isDirect
                      || check(tuples, user, "editor", object, depth - 1)
                      || (tuples.contains(new Tuple("folder:f", "parent", object))
                          && check(tuples, user, "viewer", "folder:f", depth - 1)))
              : isDirect;
      case "both" ->
          check(tuples, user, "blocked", object, depth - 1)
              && check(tuples, user, "editor", object, depth - 1);
      default -> isDirect;
    };
  }

  private static boolean names(Set<Tuple> tuples, String subject, String user, int depth) {
    return subject.endsWith("#member")
        ? check(tuples, user, "member", subject.substring(0, subject.indexOf('#')), depth - 1)
        : subject.equals(user) || (subject.equals("user:*") && user.startsWith("user:"));
  }
}
