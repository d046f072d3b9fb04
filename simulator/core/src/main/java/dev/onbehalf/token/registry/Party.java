package dev.onbehalf.token.registry;

/** What a name stands for at the token service. */
public enum Party {
  USER("a user"),
  CLIENT("a client"),
  WORKLOAD("a workload"),
  RESOURCE("a resource"),
  BROKER("a broker"),
  GATEWAY("a gateway"),
  AGENT("an agent without credentials"),
  TOKEN_SERVICE("the token service"),
  LOGIN("the login page"),
  TRUST_DOMAIN("the trust domain"),
  AUTHORIZATION_SERVER("another authorization server");

  private final String description;

  Party(String description) {
    this.description = description;
  }

  String description() {
    return description;
  }
}
