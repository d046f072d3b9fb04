package dev.onbehalf.strategy;

import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.evidence.Practice;
import dev.onbehalf.evidence.Practice.KnownAs;
import dev.onbehalf.evidence.Proof;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a strategy is; unless it says more, it proves nothing and none of its credentials is kept.
 *
 * @param name unique, in kebab-case
 * @param summary what a caller does, in words: at most 70 characters, in one line, without a full
 *     stop
 * @param specification the document that defines it, with the section: {@code RFC 8693 section 2.1}
 * @param proof the attributes that its evidence shows, point by point
 * @param cacheKeys by what the credential of a call through agents may be cached
 * @param machinery what must exist for it to run, each piece once and in the order of the list
 * @param practice what others call it, and what to do to use it
 */
public record About(
    String name,
    String summary,
    String specification,
    Proof proof,
    List<CacheKey> cacheKeys,
    List<Machinery> machinery,
    Practice practice) {
  private static final String BEFORE_INNER_CAPITAL = "(?<=[a-z0-9])(?=[A-Z])";

  public About {
    Objects.requireNonNull(name, "a strategy needs a name");
    Objects.requireNonNull(summary, "a strategy needs a summary");
    Objects.requireNonNull(specification, "a strategy without a specification says so by \"\"");
    Objects.requireNonNull(proof, "a strategy needs a proof");
    cacheKeys = List.copyOf(cacheKeys);
    machinery = machinery.stream().distinct().sorted().toList();
  }

  /** A strategy of the name. */
  public static About named(String name, String summary) {
    return new About(
        name,
        summary,
        "",
        Proof.of(),
        List.of(CacheKey.CALL),
        List.of(),
        new Practice(List.of(), List.of()));
  }

  /** A strategy that bears the name of its class: that of {@code MayAct} is {@code may-act}. */
  public static About of(Class<? extends CredentialStrategy> type, String summary) {
    String name = type.getSimpleName().replaceAll(BEFORE_INNER_CAPITAL, "-");
    return named(name.toLowerCase(Locale.ROOT), summary);
  }

  /** This strategy, defined by the document. */
  public About specifiedBy(String document) {
    return new About(name, summary, document, proof, cacheKeys, machinery, practice);
  }

  /** This strategy, whose evidence shows what the proof says. */
  public About proving(Proof shown) {
    return new About(name, summary, specification, shown, cacheKeys, machinery, practice);
  }

  /** This strategy, whose credentials are kept for calls that have all of these in common. */
  public About cachedBy(CacheKey... keys) {
    return new About(name, summary, specification, proof, List.of(keys), machinery, practice);
  }

  /** This strategy, which takes all of these to run. */
  public About needing(Machinery... pieces) {
    return new About(name, summary, specification, proof, cacheKeys, List.of(pieces), practice);
  }

  /** This strategy, which others call so on the page. */
  public About knownAs(String other, String page) {
    List<KnownAs> names = new ArrayList<>(practice.knownAs());
    names.add(new KnownAs(other, page));
    return practised(new Practice(names, practice.steps()));
  }

  /** This strategy, used in these steps. */
  public About usedBy(String... steps) {
    return practised(new Practice(practice.knownAs(), List.of(steps)));
  }

  private About practised(Practice other) {
    return new About(name, summary, specification, proof, cacheKeys, machinery, other);
  }
}
