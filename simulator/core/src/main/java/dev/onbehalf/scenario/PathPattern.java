package dev.onbehalf.scenario;

import java.util.List;
import java.util.Set;

/** The part of a policy that names the path between user and resource. */
public sealed interface PathPattern {
  /** Whether the path is the one named: what a MAY covers. */
  boolean names(List<String> via);

  /** Whether the path passes through the agents named, in that order: what a MAY NOT covers. */
  boolean isPassedBy(List<String> via);

  /** No path was named. */
  record EveryPath() implements PathPattern {
    @Override
    public boolean names(List<String> via) {
      return true;
    }

    @Override
    public boolean isPassedBy(List<String> via) {
      return true;
    }
  }

  /** The user in person. */
  record Directly() implements PathPattern {
    @Override
    public boolean names(List<String> via) {
      return via.isEmpty();
    }

    @Override
    public boolean isPassedBy(List<String> via) {
      return via.isEmpty();
    }
  }

  /** Through agents; each hop lists the agents that may stand there. */
  record Via(List<Set<String>> hops) implements PathPattern {
    public Via {
      hops = hops.stream().map(NameSet::copyOf).toList();
    }

    @Override
    public boolean names(List<String> via) {
      return via.size() == hops.size() && isPassedBy(via);
    }

    @Override
    public boolean isPassedBy(List<String> via) {
      int next = 0;
      for (String agent : via) {
        if (next < hops.size() && hops.get(next).contains(agent)) {
          next++;
        }
      }
      return next == hops.size();
    }
  }

  /** Every path but the one named. */
  record ExceptVia(Via via) implements PathPattern {
    @Override
    public boolean names(List<String> path) {
      return !via.names(path);
    }

    @Override
    public boolean isPassedBy(List<String> path) {
      return names(path);
    }
  }
}
