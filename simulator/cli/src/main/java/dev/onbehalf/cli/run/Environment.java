package dev.onbehalf.cli.run;

import dev.onbehalf.cli.console.Version;
import dev.onbehalf.simulation.live.SimulationSettings;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where and how a run was made: what a result needs besides itself to be made again. */
public final class Environment {
  private Environment() {}

  public static SortedMap<String, String> of(SimulationSettings settings) {
    return of(settings, Optional.empty());
  }

  static SortedMap<String, String> of(SimulationSettings settings, Optional<String> product) {
    SortedMap<String, String> environment = new TreeMap<>();
    environment.put("simulator", Version.number());
    environment.put("java", Runtime.version().toString());
    environment.put("javaVendor", System.getProperty("java.vendor", "unknown"));
    environment.put("os", System.getProperty("os.name", "unknown"));
    environment.put("osVersion", System.getProperty("os.version", "unknown"));
    environment.put("architecture", System.getProperty("os.arch", "unknown"));
    environment.put("processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
    environment.put("seed", String.valueOf(settings.seed()));
    environment.put("signing", settings.algorithm().name());
    environment.put("liveLimit", String.valueOf(settings.liveLimit()));
    environment.put("provider", settings.provider().name());
    product.ifPresent(name -> environment.put("product", name));
    product.ifPresent(name -> environment.put("profile", name.substring(0, name.indexOf(":"))));
    return environment;
  }
}
