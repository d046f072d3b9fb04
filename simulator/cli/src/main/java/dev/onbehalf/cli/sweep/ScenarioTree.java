package dev.onbehalf.cli.sweep;

import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A scenario that was read before without problems, of which keys are given other values. */
final class ScenarioTree {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final String POLICIES = "policies";

  private final byte[] yaml;

  ScenarioTree(byte[] yaml) {
    this.yaml = yaml;
  }

  /** The scenario with the values; what they mean is for its reader to say. */
  byte[] with(Map<String, String> values) {
    ObjectNode root = root(yaml);
    values.forEach((key, value) -> put(root, List.of(key.split("\\.", -1)), value));
    return YAML.writeValueAsBytes(root);
  }

  /** The scenario with the policies of the other file in the place of its own. */
  byte[] withPoliciesOf(byte[] other) {
    ObjectNode root = root(yaml);
    root.set(POLICIES, root(other).path(POLICIES));
    return YAML.writeValueAsBytes(root);
  }

  /** The top of a file; an empty map if it is something else, which its reader refuses. */
  private static ObjectNode root(byte[] yaml) {
    try {
      return YAML.readTree(yaml) instanceof ObjectNode root
          ? root
          : JsonNodeFactory.instance.objectNode();
    } catch (JacksonException e) {
      return JsonNodeFactory.instance.objectNode();
    }
  }

  private static void put(ObjectNode map, List<String> path, String value) {
    String key = path.get(0);
    if (path.size() == 1) {
      map.set(key, value(value));
      return;
    }
    ObjectNode inner = map.get(key) instanceof ObjectNode there ? there : map.putObject(key);
    put(inner, path.subList(1, path.size()), value);
  }

  /** What the word means in YAML: a number, say, or a text. */
  private static JsonNode value(String word) {
    try {
      return YAML.readTree(word);
    } catch (JacksonException e) {
      return JsonNodeFactory.instance.stringNode(word);
    }
  }
}
