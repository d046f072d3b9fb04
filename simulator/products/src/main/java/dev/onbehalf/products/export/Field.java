package dev.onbehalf.products.export;

import dev.onbehalf.evidence.Attributes;
import java.util.List;

/**
 * One of the values that a policy engine is asked about, every one of them always sent.
 *
 * @param name which no other field has
 */
public record Field(Kind kind, String name) {
  public static final Field USER = new Field(Kind.USER, "user");

  /** All agents of the path in their order. */
  public static final Field PATH = new Field(Kind.PATH, "path");

  public static final Field RESOURCE = new Field(Kind.TARGET, "resource");
  public static final Field ACTION = new Field(Kind.TARGET, "action");

  /** What a field speaks of. */
  public enum Kind {
    USER,
    /** The agents, or one of them, by an attribute of evidence or all as {@link #PATH}. */
    PATH,
    CONTEXT,
    TARGET
  }

  /** The field for an attribute of evidence. */
  static Field of(String attribute) {
    if (attribute.equals(Attributes.USER)) {
      return USER;
    }
    return Attributes.isOfContext(attribute)
        ? ofContext(attribute.substring(Attributes.context("").length()))
        : new Field(Kind.PATH, attribute);
  }

  /** A name that another field has, or that looks like one made here, is told apart. */
  static Field ofContext(String attribute) {
    boolean isTaken =
        List.of(
                    USER.name(),
                    PATH.name(),
                    Attributes.AGENT,
                    Attributes.FIRST_AGENT,
                    Attributes.PRIOR_AGENTS,
                    Attributes.IN_PERSON,
                    RESOURCE.name(),
                    ACTION.name())
                .contains(attribute)
            || attribute.startsWith(Attributes.context(""));
    return new Field(Kind.CONTEXT, isTaken ? Attributes.context(attribute) : attribute);
  }

  /** Whether this is the field for the attribute of the context. */
  public boolean isOf(String attribute) {
    return equals(ofContext(attribute));
  }
}
