package dev.onbehalf.products.draft;

import dev.onbehalf.products.source.Place;
import dev.onbehalf.text.PrintableText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a scenario can't say of its source, each with its place. */
public final class Losses {
  private final Set<String> dropped = new LinkedHashSet<>();
  private final Set<String> narrowed = new LinkedHashSet<>();

  /** Notes what the scenario doesn't have. */
  public void dropped(Place place, String what) {
    dropped.add(line(place, "dropped", what));
  }

  /** Notes what the scenario says of less, or less exactly, than the source does. */
  public void narrowed(Place place, String what) {
    narrowed.add(line(place, "narrowed", what));
  }

  private static String line(Place place, String word, String what) {
    return PrintableText.escaped(place + ": " + word + ": " + what);
  }

  /** Whether nothing was lost. */
  public boolean isEmpty() {
    return dropped.isEmpty() && narrowed.isEmpty();
  }

  /** One line for each. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(dropped);
    lines.addAll(narrowed);
    return lines;
  }

  /** How many there are of each kind. */
  public String count() {
    return dropped.size() + " dropped, " + narrowed.size() + " narrowed";
  }
}
