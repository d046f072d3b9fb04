package dev.onbehalf.token.jose;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Values that are forgotten when they expire, without a look at those that don't yet. */
public final class ExpiringMap<T extends Comparable<T>, V> {
  private final Map<String, Entry<T, V>> entries = new HashMap<>();
  private final NavigableSet<Entry<T, V>> earliestFirst =
      new TreeSet<>(
          Comparator.<Entry<T, V>, T>comparing(Entry::expiresAt).thenComparing(Entry::key));

  /** Adds the value unless there is one under the key; whether there was none. */
  public boolean add(String key, V value, T expiresAt) {
    Entry<T, V> entry = new Entry<>(key, value, expiresAt);
    return entries.putIfAbsent(key, entry) == null && earliestFirst.add(entry);
  }

  public Optional<V> find(String key) {
    return Optional.ofNullable(entries.get(key)).map(Entry::value);
  }

  public void remove(String key) {
    Optional.ofNullable(entries.remove(key)).ifPresent(earliestFirst::remove);
  }

  public void forgetExpired(T now) {
    while (!earliestFirst.isEmpty() && earliestFirst.first().expiresAt().compareTo(now) <= 0) {
      remove(earliestFirst.first().key());
    }
  }

  void clear() {
    entries.clear();
    earliestFirst.clear();
  }

  private record Entry<T, V>(String key, V value, T expiresAt) {}
}
