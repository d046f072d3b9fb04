package dev.onbehalf.evidence;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a resource server knows of a call from its credential: attributes, each with a value. */
public record Evidence(SortedMap<String, Attested> attributes) {
  public Evidence {
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
  }

  /** A map's own hash is a sum that many contexts of the same few values share. */
  @Override
  public int hashCode() {
    return List.copyOf(attributes.values()).hashCode();
  }

  /** A value and what it is worth. */
  public record Attested(String value, Assurance assurance) {}

  /** Knowing nothing. */
  public static Evidence none() {
    return new Evidence(new TreeMap<>());
  }

  /** This evidence with one more attribute that is proved. */
  public Evidence verified(String attribute, String value) {
    return with(attribute, value, Assurance.VERIFIED);
  }

  /** This evidence with the values of the scenario's context, all proved. */
  public Evidence verifiedContext(Map<String, String> context) {
    Evidence extended = this;
    for (Map.Entry<String, String> attribute : context.entrySet()) {
      extended = extended.verified(Attributes.context(attribute.getKey()), attribute.getValue());
    }
    return extended;
  }

  /** This evidence with one more attribute that is true but must not decide. */
  public Evidence informational(String attribute, String value) {
    return with(attribute, value, Assurance.INFORMATIONAL);
  }

  /** This evidence with one more attribute that the caller merely says. */
  public Evidence claimed(String attribute, String value) {
    return with(attribute, value, Assurance.CLAIMED);
  }

  /** The attributes that may decide, with their values. */
  public SortedMap<String, String> verified() {
    SortedMap<String, String> verified = new TreeMap<>();
    attributes.forEach(
        (attribute, attested) -> {
          if (attested.assurance() == Assurance.VERIFIED) {
            verified.put(attribute, attested.value());
          }
        });
    return verified;
  }

  /** The attributes that decide where the caller's word is taken for some, with their values. */
  public SortedMap<String, String> deciding(List<String> believed) {
    SortedMap<String, String> deciding = verified();
    attributes.forEach(
        (attribute, attested) -> {
          if (attested.assurance() == Assurance.CLAIMED
              && Attributes.include(believed, attribute)) {
            deciding.put(attribute, attested.value());
          }
        });
    return deciding;
  }

  private Evidence with(String attribute, String value, Assurance assurance) {
    SortedMap<String, Attested> extended = new TreeMap<>(attributes);
    extended.put(attribute, new Attested(value, assurance));
    return new Evidence(extended);
  }
}
