package dev.onbehalf.sweep;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A file of which keys are given other values. */
public final class ScenarioTree {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final String POLICIES = "policies";

  private final byte[] yaml;

  /** The tree of the file. */
  public ScenarioTree(byte[] yaml) {
    this.yaml = yaml;
  }

  /** The scenario with the values; what they mean is for its reader to say. */
  public byte[] with(Map<String, String> values) {
    return changed(
        root -> values.forEach((key, value) -> put(root, List.of(key.split("\\.", -1)), value)));
  }

  /** The scenario with the policies of the other file in the place of its own. */
  public byte[] withPoliciesOf(byte[] other) {
    JsonNode policies =
        root(other).map(root -> root.path(POLICIES)).orElseGet(MissingNode::getInstance);
    return changed(root -> root.set(POLICIES, policies));
  }

  /** The file as it is where it is no map, so that its reader says what it is. */
  private byte[] changed(Consumer<ObjectNode> change) {
    Optional<ObjectNode> root = root(yaml);
    root.ifPresent(change);
    return root.map(YAML::writeValueAsBytes).orElse(yaml);
  }

  private static Optional<ObjectNode> root(byte[] yaml) {
    try {
      return YAML.readTree(yaml) instanceof ObjectNode root ? Optional.of(root) : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
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
