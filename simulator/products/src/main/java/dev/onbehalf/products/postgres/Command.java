package dev.onbehalf.products.postgres;

import dev.onbehalf.scenario.Resource;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be done to rows, and which actions mean it. */
enum Command {
  SELECT("read|select|view|list|get|query|search"),
  INSERT("create|insert|add|append|submit"),
  UPDATE("modify|update|edit|write|change|patch"),
  DELETE("delete|remove"),
  ALL(Resource.ONLY_ACTION);

  private final String actions;

  Command(String actions) {
    this.actions = actions;
  }

  /** The one that the action is; what is used in no way of its own, in any. */
  static Optional<Command> of(String action) {
    return Stream.of(values()).filter(one -> action.matches(one.actions)).findFirst();
  }

  /** The privilege that it takes. */
  String privilege() {
    return this == ALL ? "SELECT, INSERT, UPDATE, DELETE" : name();
  }

  /** The clause that has the condition on rows: of new ones where there are no others. */
  String condition(String condition) {
    return (this == INSERT ? "WITH CHECK (" : "USING (") + condition + ")";
  }
}
