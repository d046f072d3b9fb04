package dev.onbehalf.strategy;

/** What a credential depends on, and so by what it may be kept for the next call. */
public enum CacheKey {
  USER("user"),
  /** The agent that presents it. */
  AGENT("agent"),
  /** All agents of the path, in their order. */
  PATH("path"),
  RESOURCE("resource"),
  ACTION("action"),
  /** The values of all attributes of the context. */
  CONTEXT("context"),
  /** The single call: it is never kept. */
  CALL("call");

  private final String word;

  CacheKey(String word) {
    this.word = word;
  }

  /** The word for it in results. */
  public String word() {
    return word;
  }
}
