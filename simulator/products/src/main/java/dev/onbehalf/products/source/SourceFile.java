package dev.onbehalf.products.source;

import dev.onbehalf.scenario.yaml.SourceDecoder;
import dev.onbehalf.scenario.yaml.SourceDecoder.Decoded;
import java.util.Locale;

/** A file of somebody's product, decoded. */
public record SourceFile(String name, String text) {
  /** Decodes the bytes as strictly as those of scenarios. */
  public static SourceFile of(String name, byte[] bytes) throws BadSourceException {
    Decoded decoded = SourceDecoder.decode(bytes);
    if (decoded.problem().isPresent()) {
      throw new BadSourceException(Place.of(name), decoded.problem().get());
    }
    return new SourceFile(name, decoded.text());
  }

  /** The whole file. */
  public Place place() {
    return Place.of(name);
  }

  /** Its name without folders and ends. */
  public String baseName() {
    String last = name.substring(name.lastIndexOf('/') + 1);
    int end = last.indexOf('.', 1);
    return end < 0 ? last : last.substring(0, end);
  }

  /** Whether its name ends so. */
  public boolean endsWith(String end) {
    return name.toLowerCase(Locale.ROOT).endsWith(end);
  }
}
