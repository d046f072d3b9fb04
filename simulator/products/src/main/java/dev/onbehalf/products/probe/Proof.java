package dev.onbehalf.products.probe;

import java.util.List;
import java.util.Optional;

/** What each answer proves, in words. */
record Proof(Findings findings) {
  /** What the answer to the step proves, if anything. */
  Optional<String> of(Step step) {
    if (findings.isRefused(step)) {
      return Optional.of(ofRefusal(step));
    }
    Optional<Shape> granted = findings.granted(step);
    return granted.isPresent() && !granted.get().isKnown()
        ? Optional.of("nothing that others than the issuer could tell")
        : granted.map(shape -> of(step, shape)).filter(words -> !words.isEmpty());
  }

  private static String ofRefusal(Step step) {
    return switch (step) {
      case CLIENT_TOKEN, OTHER_CLIENT_TOKEN -> "a client has no token to act with";
      case DELEGATED -> "there is no exchange with an actor token";
      case WRONG_ACTOR -> "an actor token has to be the client's own";
      case NO_ACTOR -> "an exchange takes an actor token";
      case FOREIGN -> "a user's token isn't taken from others than it is for";
      case OTHER_AUDIENCE -> "the other audience isn't open";
      case HANDED_ON -> "an agent can't hand on to another";
      case HANDED_ON_AGAIN -> "a token isn't taken from whoever it isn't for";
      case SECOND_HOP -> "there is no second hop";
      case DROPPED -> "the chain can't be dropped";
      case RESULT_AGAIN -> "a client's own result isn't exchanged like this";
    };
  }

  private String of(Step step, Shape shape) {
    return switch (step) {
      case CLIENT_TOKEN, OTHER_CLIENT_TOKEN -> "";
      case DELEGATED -> named(shape, Roles.CLIENT, "the agent");
      case WRONG_ACTOR -> wrongActor(shape);
      case NO_ACTOR -> "no actor token is needed; " + named(shape, Roles.CLIENT, "the agent");
      case FOREIGN -> foreign();
      case OTHER_AUDIENCE -> aimed(shape, "other audience", "a user's token opens it, too");
      case HANDED_ON -> aimed(shape, Roles.OTHER_CLIENT, "an agent hands on to another");
      case HANDED_ON_AGAIN -> "a client may exchange what it asked for, whoever it is for";
      case SECOND_HOP -> secondHop(shape);
      case DROPPED -> dropped(shape, Step.HANDED_ON);
      case RESULT_AGAIN -> dropped(shape, Step.DELEGATED);
    };
  }

  private static String named(Shape shape, String role, String whom) {
    if (shape.actors().stream().findFirst().filter(role::equals).isPresent()) {
      return whom + " is named by `act`";
    }
    return shape
        .clientClaim(role)
        .map(claim -> whom + " is named by `" + claim + "` alone")
        .orElse("nothing tells that " + whom + " acts");
  }

  private static String wrongActor(Shape shape) {
    if (shape.actors().isEmpty()) {
      return "the actor token is ignored";
    }
    return shape.actors().get(0).equals(Roles.OTHER_CLIENT)
        ? "others' actor tokens are taken: `act` names who didn't ask"
        : "`act` is another than the actor token says";
  }

  private String foreign() {
    return findings.user().names("aud", Roles.OTHER_CLIENT)
        ? "nothing, as the user's token is for both"
        : "others' tokens are taken";
  }

  private static String aimed(Shape shape, String role, String words) {
    return shape.names("aud", role) ? words : "the audience that is asked for isn't written";
  }

  private static String secondHop(Shape shape) {
    return shape.actors().equals(List.of(Roles.OTHER_CLIENT, Roles.CLIENT))
        ? "the whole chain is named, by `act` in `act`"
        : named(shape, Roles.OTHER_CLIENT, "the last agent") + "; the first isn't named";
  }

  private String dropped(Shape shape, Step before) {
    if (findings.shape(before).filter(one -> !one.actors().isEmpty()).isEmpty()) {
      return "there is no `act` that could be dropped";
    }
    return shape.actors().isEmpty() ? "`act` is dropped: nobody acts any longer" : "`act` is kept";
  }
}
