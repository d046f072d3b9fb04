package dev.onbehalf.products.source;

/**
 * Where something stands.
 *
 * @param line from 1; 0 where the whole file is meant
 * @param path as a JSON pointer (RFC 6901), or empty
 */
public record Place(String file, int line, String path) {
  /** The whole file. */
  public static Place of(String file) {
    return new Place(file, 0, "");
  }

  Place at(int otherLine, String key) {
    return new Place(file, otherLine, path + "/" + key.replace("~", "~0").replace("/", "~1"));
  }

  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line : "") + (path.isEmpty() ? "" : ": " + path);
  }
}
