package dev.onbehalf.authz;

import dev.onbehalf.scenario.DefaultEffect;
import dev.onbehalf.scenario.Effect;
import dev.onbehalf.scenario.Policy;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers what the policies say of the requests that show one evidence. */
final class Tally {
  private final DefaultEffect defaultEffect;
  private final Set<Policy> permitting = new LinkedHashSet<>();
  private final Set<Policy> denying = new LinkedHashSet<>();
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

  Answer answer() {
    return new Answer(decision(), inFileOrder(permitting), inFileOrder(denying));
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

  private static List<Policy> inFileOrder(Set<Policy> policies) {
    return policies.stream().sorted(Comparator.comparingInt(Policy::line)).toList();
  }
}
