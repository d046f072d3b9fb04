package dev.onbehalf.scenario;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One access: who asks for what, through which agents, in which context.
 *
 * @param user who asks; {@code nobody} where an agent works on its own
 * @param via the agents from the first to the one that presents the credential; empty if direct
 */
public record Request(
    String user,
    List<String> via,
    String resource,
    String action,
    SortedMap<String, String> context) {
  public Request {
    via = List.copyOf(via);
    context = Collections.unmodifiableSortedMap(new TreeMap<>(context));
  }

  /** A map's own hash is a sum that many contexts of the same few values share. */
  @Override
  public int hashCode() {
    return Objects.hash(user, via, resource, action, List.copyOf(context.values()));
  }

  /** The same on another path. */
  public Request on(List<String> path) {
    return new Request(user, path, resource, action, context);
  }

  /** What is asked for. */
  public Target target() {
    return new Target(resource, action);
  }

  /** Whether the user asks in person. */
  public boolean isDirect() {
    return via.isEmpty();
  }

  /** Whether an agent asks on its own, for no user. */
  public boolean isForNobody() {
    return user.equals(Keywords.NOBODY);
  }

  /** The same, asked by the agents on their own. */
  public Request forNobody() {
    return new Request(Keywords.NOBODY, via, resource, action, context);
  }

  /** The request in the words of a policy: {@code bob edit document via alices-agent}. */
  public String sentence() {
    String words = String.join(" ", user, action, resource, pathWords());
    return context.isEmpty() ? words : words + " when " + contextWords();
  }

  /** That it is permitted, as a sentence: {@code bob may edit document via alices-agent}. */
  public String may() {
    return said(" may ");
  }

  /** That it is denied, as a sentence. */
  public String mayNot() {
    return said(" may not ");
  }

  /** What agents do on their own is said of them. */
  private String said(String modal) {
    String words =
        isForNobody()
            ? String.join(" then ", via) + modal + action + " " + resource + " for nobody"
            : user + modal + String.join(" ", action, resource, pathWords());
    return context.isEmpty() ? words : words + " when " + contextWords();
  }

  /** The way from user to resource: {@code directly} or {@code via} the agents in their order. */
  public String pathWords() {
    return isDirect() ? "directly" : "via " + String.join(" then ", via);
  }

  /** The context as {@code mode is batch}. */
  public String contextWords() {
    return context.entrySet().stream()
        .map(entry -> entry.getKey() + " is " + entry.getValue())
        .collect(Collectors.joining(" and "));
  }
}
