package dev.onbehalf.products.profile;

import static java.util.Comparator.naturalOrder;

import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.token.grant.ExchangeRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the token service of a product issues, and what it refuses.
 *
 * @param product its name and version
 * @param omitted the rules on exchanges that it doesn't keep
 * @param carried the strategies that it issues tokens for, and what resources make of those
 * @param changes what whoever runs it has to change or mind
 * @param clientClaim the claim that names the client
 */
public record Profile(
    String name,
    String product,
    List<Claim> claims,
    List<ExchangeRule> omitted,
    SortedMap<String, Reading> carried,
    List<String> changes,
    String clientClaim) {
  private static final String CLIENT_ID = "client_id";

  /** The strategies that know the agent by the client that a token was issued to. */
  private static final Set<String> BY_CLIENT = Set.of("client-id", "identity-assertion-grant");

  public Profile {
    claims = List.copyOf(claims);
    omitted = List.copyOf(omitted);
    carried = new TreeMap<>(carried);
    changes = List.copyOf(changes);
  }

  /** A profile that keeps all rules. */
  static Profile of(String name, String product, Map<String, Reading> carried) {
    return new Profile(
        name, product, List.of(), List.of(), new TreeMap<>(carried), List.of(), CLIENT_ID);
  }

  Profile claiming(Claim... said) {
    return new Profile(name, product, List.of(said), omitted, carried, changes, clientClaim);
  }

  Profile omitting(ExchangeRule... rules) {
    return new Profile(name, product, claims, List.of(rules), carried, changes, clientClaim);
  }

  Profile changing(String... advice) {
    return new Profile(name, product, claims, omitted, carried, List.of(advice), clientClaim);
  }

  Profile namingClientIn(String claim) {
    return new Profile(name, product, claims, omitted, carried, changes, claim);
  }

  /** The claim in which it names the agent under the strategy, if ours names it in another. */
  public Optional<String> agentClaim(String strategy) {
    boolean namesClient =
        carried.get(strategy) == Reading.USER_AND_CLIENT || BY_CLIENT.contains(strategy);
    return Optional.of(clientClaim)
        .filter(claim -> carried.containsKey(strategy) && namesClient)
        .filter(claim -> !(BY_CLIENT.contains(strategy) && claim.equals(CLIENT_ID)));
  }

  /** Those of the strategies that it carries, as its tokens are read. */
  public List<CredentialStrategy> carriedOf(List<CredentialStrategy> strategies) {
    return strategies.stream().flatMap(this::carried).toList();
  }

  private Stream<CredentialStrategy> carried(CredentialStrategy strategy) {
    return Stream.ofNullable(carried.get(strategy.about().name()))
        .map(
            reading ->
                reading == Reading.AS_EVER ? strategy : new StrategyOnProduct(strategy, reading));
  }

  /** Whether it carries the strategy where that many agents call each other. */
  public boolean carries(String strategy, int agents) {
    return carried.containsKey(strategy) && carried.get(strategy).carries(agents);
  }

  /** The product, and when it was last looked at. */
  public String title() {
    return "%s: %s, as of %s".formatted(name, product, date());
  }

  /** When it was last looked at, as a year and a month. */
  public String date() {
    return claims.stream().map(Claim::date).max(naturalOrder()).orElse("");
  }

  /** How one knows what is claimed, the surest first. */
  public List<String> marks() {
    return claims.stream().map(Claim::mark).distinct().sorted().map(Claim.Mark::word).toList();
  }

  /** What is said of it, as lines. */
  public List<String> claimLines() {
    return claims.stream().map(Claim::line).toList();
  }

  /** Which product it speaks of, what that does, and what to change, as lines. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("profile " + title());
    claimLines().forEach(claim -> lines.add("  " + claim));
    changes.forEach(change -> lines.add("  change: " + change));
    return lines;
  }
}
