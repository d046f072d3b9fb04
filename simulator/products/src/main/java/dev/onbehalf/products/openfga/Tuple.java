package dev.onbehalf.products.openfga;

import dev.onbehalf.products.source.BadSourceException;
import dev.onbehalf.products.source.Node;
import dev.onbehalf.products.source.Place;

/**
 * A relation that exists.
 *
 * @param subject an object, all of a type, or those in a relation to an object
 */
record Tuple(Place place, String subject, String relation, String object) {
  static Tuple of(Node node) throws BadSourceException {
    Node key = node.find("key").orElse(node);
    Tuple tuple =
        new Tuple(
            node.place(),
            key.require("user").asText(),
            key.require("relation").asText(),
            key.require("object").asText());
    if (!isObject(tuple.object()) || !isObject(tuple.subject().split("#", 2)[0])) {
      throw new BadSourceException(node.place(), "expected `type:id` for user and object");
    }
    return tuple;
  }

  private static boolean isObject(String text) {
    int colon = text.indexOf(':');
    return colon > 0 && colon < text.length() - 1;
  }

  static String type(String object) {
    return object.substring(0, object.indexOf(':'));
  }

  boolean isOfAll() {
    return subject.endsWith(":*");
  }

  boolean isUserset() {
    return subject.indexOf('#') >= 0;
  }

  /** The set that the subject stands for, if it is one. */
  Pair userset() {
    String[] parts = subject.split("#", 2);
    return new Pair(parts[0], parts[1]);
  }

  /** An object and a relation to it: a set of users. */
  record Pair(String object, String relation) {}
}
