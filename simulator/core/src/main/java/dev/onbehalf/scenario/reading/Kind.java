package dev.onbehalf.scenario.reading;

/** What a name can stand for. */
enum Kind {
  USER("a user", "users"),
  AGENT("an agent", "agents"),
  RESOURCE("a resource", "resources");

  private final String one;
  private final String many;

  Kind(String one, String many) {
    this.one = one;
    this.many = many;
  }

  String one() {
    return one;
  }

  /** The plural, which is also the key that declares them. */
  String many() {
    return many;
  }

  /** What a sentence takes where this kind is named. */
  String oneOrGroup() {
    return one + " or a group of " + many;
  }
}
