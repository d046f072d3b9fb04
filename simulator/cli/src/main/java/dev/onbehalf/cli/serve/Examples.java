package dev.onbehalf.cli.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The scenarios of the project, to start from. */
final class Examples {
  private static final String FOLDER = "examples/";

  /** One of them, by which the folder is found in the jar as in the build. */
  private static final String ONE = "marketing.yaml";

  private static final String SUFFIX = ".yaml";

  private Examples() {}

  /** Their names and texts, in the order of the names. */
  static String json() {
    ArrayNode list = JsonMapper.shared().createArrayNode();
    names().forEach(name -> list.addObject().put("name", name).put("text", text(name)));
    return list.toString();
  }

  /** The bytes of one of them. */
  static byte[] one() {
    return text(ONE.substring(0, ONE.length() - SUFFIX.length())).getBytes(UTF_8);
  }

  private static List<String> names() {
    try {
      URL one = Objects.requireNonNull(Examples.class.getResource(FOLDER + ONE));
      URLConnection connection = one.openConnection();
      return connection instanceof JarURLConnection jar
          ? sorted(jar.getJarFile().stream().map(entry -> entry.getName()), jar.getEntryName())
          : inFolder(one.toURI());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> inFolder(URI one) throws IOException {
    Path file = Path.of(one);
    try (Stream<Path> files = Files.list(Objects.requireNonNull(file.getParent()))) {
      return sorted(files.map(Path::toString), file.toString());
    }
  }

  private static List<String> sorted(Stream<String> files, String one) {
    String folder = one.substring(0, one.length() - ONE.length());
    return files
        .filter(file -> file.startsWith(folder) && file.endsWith(SUFFIX))
        .map(file -> file.substring(folder.length(), file.length() - SUFFIX.length()))
        .sorted()
        .toList();
  }

  private static String text(String name) {
    try (InputStream stream = Examples.class.getResourceAsStream(FOLDER + name + SUFFIX)) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
