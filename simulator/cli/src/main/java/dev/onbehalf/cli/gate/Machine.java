package dev.onbehalf.cli.gate;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The machine and the Java runtime, field by field, and how busy the machine is. */
final class Machine {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  private Machine() {}

  /** What is the same tomorrow. */
  static SortedMap<String, String> environment() {
    SortedMap<String, String> fields = new TreeMap<>();
    fields.put("os", System.getProperty("os.name", "unknown"));
    fields.put("architecture", System.getProperty("os.arch", "unknown"));
    fields.put("processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
    fields.put("processor", processor());
    fields.put("java", Runtime.version().toString());
    fields.put("javaVendor", System.getProperty("java.vendor", "unknown"));
    fields.put("vm", System.getProperty("java.vm.name", "unknown"));
    return fields;
  }

  /** Whether bytes allocated there can be compared with bytes allocated here. */
  static boolean allocatesAlike(SortedMap<String, String> there, SortedMap<String, String> here) {
    return Stream.of("java", "javaVendor", "vm", "architecture")
        .allMatch(key -> here.getOrDefault(key, "").equals(there.get(key)));
  }

  /** The fields that differ, each with both values. */
  static List<String> differences(SortedMap<String, String> there, SortedMap<String, String> here) {
    TreeSet<String> keys = new TreeSet<>(there.keySet());
    keys.addAll(here.keySet());
    List<String> differences = new ArrayList<>();
    for (String key : keys) {
      String before = there.getOrDefault(key, "not said");
      String after = here.getOrDefault(key, "not said");
      if (!before.equals(after)) {
        differences.add("%s: `%s` there, `%s` here".formatted(key, before, after));
      }
    }
    return differences;
  }

  /** The environment in one line. */
  static String words(SortedMap<String, String> environment) {
    return Stream.of("os", "architecture", "processor", "java", "javaVendor")
            .map(key -> environment.getOrDefault(key, "unknown"))
            .collect(Collectors.joining(", "))
        + ", "
        + environment.getOrDefault("processors", "?")
        + " processors";
  }

  /** How many processes compete for the processors, as the system counts them. */
  static String load() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return load < 0 ? "unknown" : String.format(Locale.ROOT, "%.1f", load);
  }

  private static String processor() {
    try (Stream<String> lines = Files.lines(PROCESSORS)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException e) {
      return "unknown"; // Not every system has such a file.
    }
  }
}
