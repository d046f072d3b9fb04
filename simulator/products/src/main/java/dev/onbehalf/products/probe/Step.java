package dev.onbehalf.products.probe;

import java.util.Optional;

/** What is asked for, in this order, each once. */
public enum Step {
  CLIENT_TOKEN("client's own token", false),
  OTHER_CLIENT_TOKEN("other client's own token", true),
  DELEGATED("user's token, by client as actor", false, of(CLIENT_TOKEN), Aim.AUDIENCE),
  WRONG_ACTOR(
      "user's token, by client, actor token of other client",
      false,
      of(OTHER_CLIENT_TOKEN),
      Aim.AUDIENCE),
  NO_ACTOR("user's token, by client, no actor token", false, none(), Aim.AUDIENCE),
  FOREIGN("user's token, by other client as actor", true, of(OTHER_CLIENT_TOKEN), Aim.AUDIENCE),
  OTHER_AUDIENCE(
      "user's token, by client as actor, for other audience",
      false,
      of(CLIENT_TOKEN),
      Aim.OTHER_AUDIENCE),
  HANDED_ON(
      "user's token, by client as actor, for other client",
      false,
      of(CLIENT_TOKEN),
      Aim.OTHER_CLIENT),
  HANDED_ON_AGAIN(
      "token for other client, by client as actor", of(HANDED_ON), false, of(CLIENT_TOKEN)),
  SECOND_HOP(
      "token for other client, by other client as actor",
      of(HANDED_ON),
      true,
      of(OTHER_CLIENT_TOKEN)),
  DROPPED("token for other client, by other client, no actor token", of(HANDED_ON), true, none()),
  RESULT_AGAIN("client's result, by client, no actor token", of(DELEGATED), false, none());

  private final String words;
  private final boolean isExchange;
  private final Optional<Step> subject;
  private final boolean byOther;
  private final Optional<Step> actor;
  private final Aim aim;

  Step(
      String words,
      boolean isExchange,
      Optional<Step> subject,
      boolean byOther,
      Optional<Step> actor,
      Aim aim) {
    this.words = words;
    this.isExchange = isExchange;
    this.subject = subject;
    this.byOther = byOther;
    this.actor = actor;
    this.aim = aim;
  }

  /** A client asks for a token of its own. */
  Step(String words, boolean byOther) {
    this(words, false, none(), byOther, none(), Aim.AUDIENCE);
  }

  /** The user's token is exchanged. */
  Step(String words, boolean byOther, Optional<Step> actor, Aim aim) {
    this(words, true, none(), byOther, actor, aim);
  }

  /** The result of another exchange is exchanged. */
  Step(String words, Optional<Step> subject, boolean byOther, Optional<Step> actor) {
    this(words, true, subject, byOther, actor, Aim.AUDIENCE);
  }

  private static Optional<Step> of(Step step) {
    return Optional.of(step);
  }

  private static Optional<Step> none() {
    return Optional.empty();
  }

  /** What is exchanged, by whom, who is said to act, and for whom if that isn't the audience. */
  String words() {
    return words;
  }

  boolean isExchange() {
    return isExchange;
  }

  /** Whose result is exchanged, if that isn't the user's own token. */
  Optional<Step> subject() {
    return subject;
  }

  boolean byOther() {
    return byOther;
  }

  Optional<Step> actor() {
    return actor;
  }

  Aim aim() {
    return aim;
  }
}
