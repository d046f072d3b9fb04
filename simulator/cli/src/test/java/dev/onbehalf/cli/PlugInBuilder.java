package dev.onbehalf.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Makes the jar of somebody else's strategy, compiled against the program's class path. */
public final class PlugInBuilder {
  private static final String STRATEGY =
      """
      package other;

      import dev.onbehalf.evidence.*;
      import dev.onbehalf.strategy.*;
      import dev.onbehalf.token.*;
      import dev.onbehalf.token.jose.*;

      public class %s implements CredentialStrategy {
        public About about() {
          return About.named("%s", "the agent does what a test asks")
              .specifiedBy("none")
              .proving(Proof.of("user"))
              .cachedBy(CacheKey.USER, CacheKey.RESOURCE);
        }
        public Refusable<Credentials> obtain(Call call) { %s }
        public Evidence read(VerifiedPresentation presentation) {
          return presentation.token()
              .map(token -> Evidence.none().verified("user", token.subject()))
              .orElse(Evidence.none());
        }
      }
      """;

  /** What a good strategy does. */
  public static final String HAND_OVER =
      "return Refusable.of(Credentials.bearer(call.user().accessToken(call.resource())));";

  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Map<String, String> resources = new LinkedHashMap<>();

  /** A jar whose service file names the class of a strategy. */
  public static PlugInBuilder strategy(String name, String obtain) {
    return new PlugInBuilder().with(name, obtain).service("other." + className(name));
  }

  /** One more class that is a strategy. */
  public PlugInBuilder with(String name, String obtain) {
    return source("other." + className(name), STRATEGY.formatted(className(name), name, obtain));
  }

  public PlugInBuilder source(String name, String text) {
    sources.put(name, text);
    return this;
  }

  public PlugInBuilder service(String... classes) {
    return resource(
        "META-INF/services/dev.onbehalf.strategy.CredentialStrategy", String.join("\n", classes));
  }

  PlugInBuilder resource(String name, String content) {
    resources.put(name, content);
    return this;
  }

  private static String className(String name) {
    return name.replaceAll("[^a-z]", "");
  }

  /** Compiles the classes and writes the jar. */
  public void build(Path jar) {
    try {
      Path classes = Files.createTempDirectory(jar.getParent(), "classes");
      compile(classes);
      pack(classes, jar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void compile(Path classes) {
    if (sources.isEmpty()) {
      return;
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        List.of(
            "-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
    List<Source> units = new ArrayList<>();
    sources.forEach((name, text) -> units.add(new Source(name, text)));
    assertTrue(compiler.getTask(null, null, null, options, null, units).call(), "it compiles");
  }

  private void pack(Path classes, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(file);
        Stream<Path> compiled = Files.walk(classes)) {
      for (Path path : compiled.filter(Files::isRegularFile).sorted().toList()) {
        write(zip, classes.relativize(path).toString(), Files.readAllBytes(path));
      }
      for (Map.Entry<String, String> resource : resources.entrySet()) {
        write(zip, resource.getKey(), resource.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static void write(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///" + name.replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
