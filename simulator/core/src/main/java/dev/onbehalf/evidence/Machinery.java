package dev.onbehalf.evidence;

import java.util.List;
import java.util.stream.Stream;

/** What must exist for a strategy to run, piece by piece; the list is closed. */
public enum Machinery {
  AGENT_CLIENTS(
      "agent-clients", "agents are registered at the token service", "token service, agents"),
  TOKEN_EXCHANGE(
      "token-exchange", "a token service exchanges tokens (RFC 8693)", "token service, agents"),
  AGENT_AWARE_RESOURCES("agent-aware-resources", "resources decide by the agent, too", "resources"),
  GATEWAY("gateway", "a gateway takes all calls of agents", "gateway team, agents, resources"),
  BROKER("broker", "a broker keeps users' logins and puts them into calls", "broker team, agents"),
  MUTUAL_TLS("mutual-tls", "agents call with a certificate of their own", "network, agents"),
  CONSENT(
      "consent",
      "who lets which agent act is on record, by users or for them by an administrator",
      "users or administrators, token service"),
  ISSUANCE_POLICY("issuance-policy", "the token service decides before it issues", "token service"),
  TRANSACTION_TOKENS(
      "transaction-tokens",
      "a trust domain takes a token for each call, and turns others into it where calls come in",
      "token service, agents, resources"),
  SIGNED_HOPS(
      "signed-hops", "agents sign what they do with keys of their own", "agents, resources"),
  SECOND_AUTHORIZATION_SERVER(
      "second-authorization-server",
      "a resource has a token service of its own, which trusts the first",
      "token service, resources, agents"),
  CAVEAT_VERIFIERS(
      "caveat-verifiers", "resources mint macaroons and verify their caveats", "resources, agents"),
  PROOF_OF_POSSESSION(
      "proof-of-possession",
      "tokens are bound to keys, and calls prove the key",
      "token service, agents, resources"),
  KERBEROS(
      "kerberos",
      "users, agents and resources have keys at one KDC (RFC 4120)",
      "directory, agents, resources"),
  FRONT_DOOR(
      "front-door",
      "callers in person have a certificate or key of their own",
      "network, users' applications");

  private final String word;
  private final String sentence;
  private final String changes;

  Machinery(String word, String sentence, String changes) {
    this.word = word;
    this.sentence = sentence;
    this.changes = changes;
  }

  /** The words of all. */
  public static List<String> words() {
    return Stream.of(values()).map(Machinery::word).toList();
  }

  /** How many of the pieces must be built where those of some words are there. */
  public static long countNew(List<Machinery> pieces, List<String> have) {
    return pieces.stream().filter(piece -> !have.contains(piece.word())).count();
  }

  /** The word for it in scenarios and results. */
  public String word() {
    return word;
  }

  /** What it is, in words. */
  public String sentence() {
    return sentence;
  }

  /** Who must change something for it. */
  public String changes() {
    return changes;
  }
}
