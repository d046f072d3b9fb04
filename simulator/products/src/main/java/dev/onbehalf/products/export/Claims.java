package dev.onbehalf.products.export;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.products.export.Field.Kind;
import java.util.Map;

/** From which claim of which credential a point takes each value: the one place that says so. */
final class Claims {
  private static final String TOKEN_OF_USER = "`sub` of the user's token";
  private static final String TOKEN_OF_AGENT = "`sub` of the agent's own token";
  private static final String ACTOR = "`act.sub` of the access token";
  private static final String CLIENT = "`client_id` of the access token";
  private static final String CERTIFICATE = "the subject of the client certificate";
  private static final String CAVEATS = "the caveats of the macaroon";
  private static final String ACCOUNT = "the account in `sub`";

  /** Who the agent is, by the strategy. */
  private static final Map<String, String> AGENTS =
      Map.ofEntries(
          Map.entry("account-per-user-and-agent", ACCOUNT),
          Map.entry("agent-header", "the header that the agent writes"),
          Map.entry("agent-mtls", CERTIFICATE),
          Map.entry("agent-mtls-strict", CERTIFICATE),
          Map.entry("client-id", CLIENT),
          Map.entry("constrained-delegation", "`S4U_DELEGATION_INFO` in the PAC of the ticket"),
          Map.entry("delegation-chain", "the signed steps of the chain"),
          Map.entry("gated-account", ACCOUNT),
          Map.entry("gateway", TOKEN_OF_AGENT),
          Map.entry("identity-assertion-grant", CLIENT),
          Map.entry("macaroon", CAVEATS),
          Map.entry("may-act", ACTOR),
          Map.entry("run-as", TOKEN_OF_AGENT),
          Map.entry("secret-broker", TOKEN_OF_AGENT),
          Map.entry("service-account", TOKEN_OF_AGENT),
          Map.entry("shared-credential", "whether `sub` is the shared account"),
          Map.entry("token-exchange", ACTOR),
          Map.entry("token-exchange-context", ACTOR),
          Map.entry("token-exchange-dpop", ACTOR),
          Map.entry("transaction-token", "`req_wl` of the transaction token"),
          Map.entry("transaction-token-for-agents", "`act.sub` of the transaction token"),
          Map.entry("workload-proof", "`sub` of the workload identity token"));

  /** Who the user is, where that isn't the subject of the access token. */
  private static final Map<String, String> USERS =
      Map.of(
          "account-per-user-and-agent", ACCOUNT,
          "constrained-delegation", "the client of the ticket",
          "macaroon", "the macaroon's identifier",
          "run-as", "the header that the agent writes",
          "transaction-token", "`sub` of the transaction token",
          "transaction-token-for-agents", "`sub` of the transaction token");

  /** What the context is, where that isn't in the token that names the user. */
  private static final Map<String, String> CONTEXTS =
      Map.of(
          "transaction-token", "`tctx` of the transaction token",
          "transaction-token-for-agents", "`tctx` of the transaction token");

  private Claims() {}

  /** Where the value of the field comes from at the point. */
  static String of(String strategy, Point point, Field field, boolean isKnownToResource) {
    if (field.kind() == Kind.TARGET) {
      return "the call itself";
    }
    if (field.kind() == Kind.CONTEXT && isKnownToResource) {
      return "what the resource knows of itself";
    }
    return credential(strategy, point, field);
  }

  private static String credential(String strategy, Point point, Field field) {
    return switch (field.kind()) {
      case USER -> user(strategy, point);
      case PATH -> agent(strategy, point);
      case CONTEXT -> context(strategy, point);
      case TARGET -> throw new IllegalArgumentException(field.name());
    };
  }

  /** The token service decides on what it is asked with, before there is an access token. */
  private static String user(String strategy, Point point) {
    return point == Point.RESOURCE
        ? USERS.getOrDefault(strategy, "`sub` of the access token")
        : point == Point.ISSUANCE ? "`sub` of the subject token" : TOKEN_OF_USER;
  }

  private static String context(String strategy, Point point) {
    String details = "`authorization_details` of the ";
    return switch (point) {
      case RESOURCE -> CONTEXTS.getOrDefault(strategy, details + "access token");
      case ISSUANCE -> details + "subject token";
      case BROKER, GATEWAY -> details + "user's token";
    };
  }

  private static String agent(String strategy, Point point) {
    return point == Point.ISSUANCE
        ? "the client or actor that asks for the token"
        : AGENTS.getOrDefault(strategy, "what `sim explain " + strategy + "` shows");
  }

  /** Whether all is said of the strategy that its evidence shows. */
  static boolean knows(String strategy) {
    return AGENTS.containsKey(strategy);
  }

  /** What the value is where there is no agent, or none that the field could name. */
  static String form(Field field) {
    return switch (field.name()) {
      case "path" -> "each agent in brackets, as in `(planner)(writer)`; empty in person";
      case Attributes.AGENT, Attributes.FIRST_AGENT -> "`" + Attributes.DIRECTLY + "` in person";
      case Attributes.PRIOR_AGENTS -> "`" + Attributes.NOBODY + "` where there are none";
      case Attributes.IN_PERSON -> "`true` or `false`";
      default -> "";
    };
  }
}
