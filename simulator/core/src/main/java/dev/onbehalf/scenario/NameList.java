package dev.onbehalf.scenario;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;

/** Names in their order, of which neighbours that count up are held as a range. */
public final class NameList extends AbstractList<String> implements RandomAccess {
  /** More digits than any number has. */
  private static final int MOST_DIGITS = 9;

  private final List<Range> ranges;
  private final int size;
  private final Map<String, Integer> singles = new HashMap<>();
  private final Map<String, List<Range>> byPrefix = new HashMap<>();

  private NameList(List<Range> ranges, int size) {
    this.ranges = ranges;
    this.size = size;
    for (Range range : ranges) {
      if (range.isSingle()) {
        singles.put(range.prefix(), range.start());
      } else {
        byPrefix.computeIfAbsent(range.prefix(), any -> new ArrayList<>()).add(range);
      }
    }
  }

  /** The names, held as ranges if they are already. */
  public static List<String> copyOf(List<String> names) {
    return names instanceof NameList ? names : List.copyOf(names);
  }

  /** Some names: a single one, or a prefix with numbers from the first on behind it. */
  private record Range(String prefix, int first, int size, int start) {
    boolean isSingle() {
      return first < 0;
    }

    String get(int position) {
      return isSingle() ? prefix : prefix + (first + position);
    }

    boolean has(int number) {
      return number >= first && number - first < size;
    }
  }

  /** Collects names in their order. */
  public static final class Builder {
    private final List<Range> ranges = new ArrayList<>();
    private int size;

    /** Adds a name. */
    public Builder add(String name) {
      return add(new Range(name, -1, 1, size));
    }

    /** Adds the prefix with each number from the first to the last behind it. */
    public Builder add(String prefix, int first, int last) {
      return add(new Range(prefix, first, last - first + 1, size));
    }

    private Builder add(Range range) {
      ranges.add(range);
      size = Math.addExact(size, range.size());
      return this;
    }

    /** Another that has collected the same. */
    public Builder copy() {
      Builder copy = new Builder();
      copy.ranges.addAll(ranges);
      copy.size = size;
      return copy;
    }

    /** How many names there are so far. */
    public int size() {
      return size;
    }

    /** The names so far. */
    public NameList build() {
      return new NameList(List.copyOf(ranges), size);
    }
  }

  @Override
  public String get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    int low = 0;
    int high = ranges.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (ranges.get(middle).start() <= index) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return ranges.get(low).get(index - ranges.get(low).start());
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public boolean contains(Object name) {
    return indexOf(name) >= 0;
  }

  @Override
  public int lastIndexOf(Object name) {
    return indexOf(name);
  }

  @Override
  public int indexOf(Object object) {
    if (!(object instanceof String name)) {
      return -1;
    }
    Integer single = singles.get(name);
    return single != null ? single : indexInRange(name);
  }

  private int indexInRange(String name) {
    int digits = name.length();
    while (digits > 0 && isDigit(name.charAt(digits - 1))) {
      digits--;
    }
    List<Range> candidates = byPrefix.getOrDefault(name.substring(0, digits), List.of());
    String number = name.substring(digits);
    if (candidates.isEmpty() || !isNumber(number)) {
      return -1;
    }
    int value = Integer.parseInt(number);
    return candidates.stream()
        .filter(range -> range.has(value))
        .map(range -> range.start() + value - range.first())
        .findFirst()
        .orElse(-1);
  }

  /** Whether the text is a number as ranges write them: without zeros before it. */
  public static boolean isNumber(String text) {
    boolean digits = !text.isEmpty() && text.length() <= MOST_DIGITS;
    for (int i = 0; digits && i < text.length(); i++) {
      digits = isDigit(text.charAt(i));
    }
    return digits && (text.length() == 1 || text.charAt(0) != '0');
  }

  private static boolean isDigit(int letter) {
    return letter >= '0' && letter <= '9';
  }
}
