package dev.onbehalf.evidence;

/** Where a call is decided on; in the order in which a call passes. */
public enum Point {
  /** The token service, before it issues what the agent asks for. */
  ISSUANCE("issuance"),
  /** A broker that holds the users' credentials and injects them. */
  BROKER("broker"),
  /** A gateway through which all calls of agents go. */
  GATEWAY("gateway"),
  RESOURCE("resource");

  private final String word;

  Point(String word) {
    this.word = word;
  }

  /** The word for it in results. */
  public String word() {
    return word;
  }
}
