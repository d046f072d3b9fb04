package dev.onbehalf.authz;

import dev.onbehalf.scenario.DefaultEffect;
import dev.onbehalf.scenario.Effect;
import dev.onbehalf.scenario.Policy;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers what the policies say of the requests that show one evidence. */
final class Tally {
  private final DefaultEffect defaultEffect;
  // By identity: the hash of a policy is that of all the names it speaks of.
  private final Set<Policy> permitting = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Policy> denying = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean permitted;
  private boolean denied;

  Tally(DefaultEffect defaultEffect) {
    this.defaultEffect = defaultEffect;
  }

  /** Adds one request, given the policies that match all of it but the context. */
  void count(List<Policy> policies, Map<String, String> context) {
    List<Policy> matching =
        policies.stream().filter(policy -> policy.matchesContext(context)).toList();
    List<Policy> prohibiting = withEffect(matching, Effect.MAY_NOT);
    if (!prohibiting.isEmpty()) {
      denied = true;
      denying.addAll(prohibiting);
    } else if (!matching.isEmpty()) {
      permitted = true;
      permitting.addAll(matching);
    } else if (defaultEffect == DefaultEffect.DENY) {
      denied = true;
    }
  }

  /** The answer, with the policies behind it in the order in which they are given. */
  Answer answer(List<Policy> policies) {
    return new Answer(
        decision(),
        policies.stream().filter(permitting::contains).toList(),
        policies.stream().filter(denying::contains).toList());
  }

  private Decision decision() {
    if (permitted && denied) {
      return Decision.INDETERMINATE;
    }
    return permitted ? Decision.PERMIT : Decision.DENY;
  }

  private static List<Policy> withEffect(List<Policy> policies, Effect effect) {
    return policies.stream().filter(policy -> policy.effect() == effect).toList();
  }
}
