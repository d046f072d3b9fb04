package dev.onbehalf.cli.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The editor as its packages hold it, one module each; the browser puts them together.
 *
 * @param files where the modules lie on the class path, by their names
 */
record EditorModules(SortedMap<String, String> files) {
  private static final String FOLDER = "/modules/";
  private static final String ON_CLASS_PATH = "META-INF/resources/webjars/";

  /** Those that come with the program. */
  static EditorModules bundled() {
    Properties properties = new Properties();
    try (InputStream stream =
        open(EditorModules.class.getPackageName().replace('.', '/') + "/modules.properties")) {
      properties.load(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    SortedMap<String, String> files = new TreeMap<>();
    properties.forEach(
        (name, file) -> files.put(moduleName(String.valueOf(name)), String.valueOf(file)));
    return new EditorModules(files);
  }

  /** The at sign of a scope marks what the build fills in, and is left out in the list. */
  private static String moduleName(String listed) {
    return listed.contains("/") ? "@" + listed : listed;
  }

  /** The text of the module at the path. */
  Optional<String> at(String path) {
    return path.startsWith(FOLDER) && path.endsWith(".js")
        ? Optional.ofNullable(files.get(path.substring(FOLDER.length(), path.length() - 3)))
            .map(EditorModules::read)
        : Optional.empty();
  }

  /** The import map, which tells the browser where a name is found. */
  String imports() {
    ObjectNode map = JsonMapper.shared().createObjectNode();
    ObjectNode imports = map.putObject("imports");
    files.keySet().forEach(name -> imports.put(name, FOLDER + name + ".js"));
    return map.toString();
  }

  private static String read(String file) {
    try (InputStream stream = open(ON_CLASS_PATH + file)) {
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String resource) throws IOException {
    InputStream stream = EditorModules.class.getClassLoader().getResourceAsStream(resource);
    if (stream == null) {
      throw new IOException("sim.jar lacks " + resource);
    }
    return stream;
  }
}
