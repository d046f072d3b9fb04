package dev.onbehalf.simulation.live;

import dev.onbehalf.authz.Decision;

/** What an enforcement point makes of an indeterminate decision. */
enum Bias {
  DENY,
  PERMIT;

  /** Whether the request goes through. */
  boolean admits(Decision decision) {
    return switch (decision) {
      case PERMIT -> true;
      case DENY -> false;
      case INDETERMINATE -> this == PERMIT;
    };
  }
}
