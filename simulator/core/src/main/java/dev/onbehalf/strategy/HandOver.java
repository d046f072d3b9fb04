package dev.onbehalf.strategy;

import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.jose.CompactToken;
import java.util.List;

/** What an agent does with the token that it was handed to get one for whoever is next. */
@FunctionalInterface
public interface HandOver {
  /**
   * The token for the next.
   *
   * @param agent the agent that has the token
   * @param next the agent that it calls, or the resource
   */
  Refusable<CompactToken> handOver(String agent, CompactToken token, String next);

  /** What the last agent of the path is handed, when the first is handed the user's token. */
  default Refusable<CompactToken> along(List<String> path, CompactToken userToken) {
    Refusable<CompactToken> handed = Refusable.of(userToken);
    for (int i = 0; i < path.size() - 1; i++) {
      String agent = path.get(i);
      String next = path.get(i + 1);
      handed = handed.flatMap(token -> handOver(agent, token, next));
    }
    return handed;
  }

  /** What the last agent of the path gets for the resource; it holds what it was handed besides. */
  default Refusable<Credentials> credentials(
      List<String> path, CompactToken userToken, String resource) {
    String presenter = path.get(path.size() - 1);
    return along(path, userToken)
        .flatMap(
            handed ->
                handOver(presenter, handed, resource)
                    .map(token -> Credentials.bearer(token).holding(handed)));
  }
}
