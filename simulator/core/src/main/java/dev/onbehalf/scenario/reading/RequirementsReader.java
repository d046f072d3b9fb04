package dev.onbehalf.scenario.reading;

import dev.onbehalf.scenario.Requirement;
import dev.onbehalf.scenario.Requirements;
import dev.onbehalf.scenario.Requirements.Bounds;
import dev.onbehalf.scenario.Requirements.Loot;
import dev.onbehalf.scenario.Requirements.Named;
import dev.onbehalf.scenario.yaml.Problems;
import dev.onbehalf.scenario.yaml.YamlNode.Entry;
import dev.onbehalf.scenario.yaml.YamlNode.Mapping;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code require}. */
record RequirementsReader(NodeReader nodes, Problems problems) {
  private static final Quantity DELAYS = Quantity.time("0s", "720h");

  Requirements read(Fields fields) {
    return fields
        .find("require")
        .flatMap(entry -> nodes.map(entry, "{attribution: both}"))
        .map(this::requirements)
        .orElse(Requirements.NONE);
  }

  private Requirements requirements(Mapping mapping) {
    Fields fields = new Fields(mapping, Requirement.words(), problems);
    Requirements requirements =
        new Requirements(
            choice(fields, Requirement.ATTRIBUTION, Named.words())
                .flatMap(
                    word ->
                        Stream.of(Named.values()).filter(n -> n.word().equals(word)).findFirst()),
            delay(fields, Requirement.REVOKE_AGENT),
            delay(fields, Requirement.REVOKE_USER),
            choice(fields, Requirement.STOLEN_TOKEN, Loot.words())
                .flatMap(
                    word ->
                        Stream.of(Loot.values()).filter(l -> l.word().equals(word)).findFirst()),
            choice(fields, Requirement.HIJACKED_AGENT, Bounds.words())
                .flatMap(
                    word ->
                        Stream.of(Bounds.values()).filter(b -> b.word().equals(word)).findFirst()),
            choice(fields, Requirement.UNATTENDED, List.of(Requirements.WORKS)).isPresent());
    checkContradiction(fields, requirements);
    return requirements;
  }

  private Optional<String> choice(Fields fields, Requirement key, List<String> words) {
    return fields.find(key.word()).flatMap(entry -> nodes.choice(entry, key.word(), words));
  }

  private Optional<Duration> delay(Fields fields, Requirement key) {
    return fields
        .find(key.word())
        .flatMap(entry -> nodes.quantity(entry, DELAYS))
        .map(nanos -> Duration.ofNanos(nanos.longValue()));
  }

  /** What works while nobody is there is reached by whoever misleads the agent meanwhile. */
  private void checkContradiction(Fields fields, Requirements requirements) {
    if (requirements.unattended()
        && requirements.hijackedAgent().equals(Optional.of(Bounds.WITHIN_SESSION))) {
      Entry unattended = fields.find(Requirement.UNATTENDED.word()).orElseThrow();
      problems.add(
          unattended.value().span(),
          "`unattended: works` contradicts `hijacked-agent: within-session` for every design:"
              + " what works while the user isn't there, a hijacked agent reaches then, too");
    }
  }
}
