package dev.onbehalf.token.jose;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A JSON object as text, so that a test can write what no library would. */
public final class RawJson {
  private final Map<String, String> members;

  private RawJson(Map<String, String> members) {
    this.members = new LinkedHashMap<>(members);
  }

  public static RawJson empty() {
    return new RawJson(Map.of());
  }

  /** With the member, whose value is JSON text. */
  public RawJson with(String name, String json) {
    RawJson copy = new RawJson(members);
    copy.members.put(name, json);
    return copy;
  }

  public RawJson withText(String name, String text) {
    return with(name, '"' + text + '"');
  }

  public RawJson without(String name) {
    RawJson copy = new RawJson(members);
    copy.members.remove(name);
    return copy;
  }

  @Override
  public String toString() {
    return members.entrySet().stream()
        .map(member -> '"' + member.getKey() + "\":" + member.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }
}
