package dev.onbehalf.products.probe;

import java.util.HashMap;
import java.util.Map;

/** Who the values of claims are, so that none of them is shown. */
final class Roles {
  static final String CLIENT = "client";
  static final String OTHER_CLIENT = "other client";
  static final String USER = "user";

  private final Map<String, String> roles = new HashMap<>();

  Roles(Question question) {
    name(question.client().id(), CLIENT);
    name(question.otherClient().id(), OTHER_CLIENT);
    name(question.audience(), "audience");
    question.otherAudience().ifPresent(one -> name(one, "other audience"));
    name(question.issuer(), "issuer");
  }

  /** Says who the value is, unless it is somebody already. */
  void name(String value, String role) {
    roles.putIfAbsent(value, role);
  }

  String of(String value) {
    return roles.getOrDefault(value, "another");
  }
}
