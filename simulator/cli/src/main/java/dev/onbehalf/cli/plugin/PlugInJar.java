package dev.onbehalf.cli.plugin;

import dev.onbehalf.cli.console.OutputFolder;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.simulation.result.StrategyFailedException;
import dev.onbehalf.strategy.About;
import dev.onbehalf.strategy.ApartStrategy;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.GuardedStrategy;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A jar with strategies by others. */
public final class PlugInJar {
  private static final String SERVICE = CredentialStrategy.class.getName();
  private static final String SERVICE_FILE = "META-INF/services/" + SERVICE;
  private static final String LOADING =
      ServiceConfigurationError.class.getName() + ": " + SERVICE + ": ";

  private final String file;
  private final Path path;
  private final Duration limit;

  private PlugInJar(String file, Path path, Duration limit) {
    this.file = file;
    this.path = path;
    this.limit = limit;
  }

  /**
   * Loads the strategies of the jar.
   *
   * @param limit how long a call of a strategy may take
   * @throws BadPlugInException when there are none, or one can't be loaded
   */
  public static List<GuardedStrategy> load(Path folder, String file, Duration limit)
      throws BadPlugInException {
    return new PlugInJar(file, folder.resolve(file), limit).load();
  }

  private List<GuardedStrategy> load() throws BadPlugInException {
    requireServiceFile();
    ClassLoader loader = loader();
    PlugInThread loading = new PlugInThread(file, loader, limit);
    List<CredentialStrategy> strategies = provided(loader, loading);
    if (strategies.isEmpty()) {
      throw new BadPlugInException(file, "its " + SERVICE_FILE + " names no strategy");
    }
    List<GuardedStrategy> loaded = new ArrayList<>();
    for (CredentialStrategy strategy : strategies) {
      loaded.add(guarded(strategy, new PlugInThread(file, loader, limit)));
    }
    return loaded;
  }

  /** Loads the classes of the jar afresh, at any time from now on, so it stays open. */
  private ClassLoader loader() {
    return new URLClassLoader(
        file, new URL[] {url()}, new SpiView(PlugInJar.class.getClassLoader()));
  }

  private void requireServiceFile() throws BadPlugInException {
    if (!Files.exists(path)) {
      throw new BadPlugInException(file, "no such file");
    }
    if (Files.isDirectory(path)) {
      throw new BadPlugInException(file, "is a folder; expected a jar");
    }
    try (ZipFile zip = new ZipFile(path.toFile())) {
      if (zip.getEntry(SERVICE_FILE) == null) {
        throw new BadPlugInException(file, "expected strategies, but it has no " + SERVICE_FILE);
      }
    } catch (ZipException e) {
      throw new BadPlugInException(file, "not a jar: " + e.getMessage());
    } catch (IOException e) {
      throw new BadPlugInException(file, "can't be read: " + OutputFolder.reason(e));
    }
  }

  private URL url() {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("every file has a URL", e);
    }
  }

  private List<CredentialStrategy> provided(ClassLoader loader, PlugInThread loading)
      throws BadPlugInException {
    try {
      return loading.call(
          "loading",
          () ->
              ServiceLoader.load(CredentialStrategy.class, loader).stream()
                  .map(ServiceLoader.Provider::get)
                  .toList());
    } catch (PlugInException e) {
      throw new BadPlugInException(file, "can't be loaded: " + reason(e));
    }
  }

  private GuardedStrategy guarded(CredentialStrategy strategy, PlugInThread thread)
      throws BadPlugInException {
    try {
      About about = thread.call("about", () -> Objects.requireNonNull(strategy.about()));
      new PlugInWords(file).check(about);
      return new GuardedStrategy(
          about, apart(strategy), Optional.of(file), new PlugInGuard(about.name(), thread));
    } catch (PlugInException e) {
      throw new BadPlugInException(
          file, "has a strategy that doesn't say what it is: " + e.reason());
    }
  }

  /** The strategy with classes of their own for its points: they share no memory with callers. */
  private CredentialStrategy apart(CredentialStrategy strategy) {
    Map<Point, CredentialStrategy> points = new ConcurrentHashMap<>();
    return new ApartStrategy(
        strategy, point -> points.computeIfAbsent(point, own -> again(strategy.getClass())));
  }

  private CredentialStrategy again(Class<?> type) {
    try {
      return loader()
          .loadClass(type.getName())
          .asSubclass(CredentialStrategy.class)
          .getConstructor()
          .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("it can't be loaded once more", e);
    }
  }

  /** What the service loader or the strategy threw, without the words that are always the same. */
  private static String reason(PlugInException failure) {
    return failure.reason().startsWith(LOADING)
        ? failure.reason().substring(LOADING.length())
            + failure.reasonOfCause().map(cause -> ": " + cause).orElse("")
        : failure.reason();
  }

  /** Makes every call of a strategy from a jar on the plug-in's own thread. */
  private record PlugInGuard(String strategy, PlugInThread thread)
      implements GuardedStrategy.Guard {
    @Override
    public <T> T call(String method, Supplier<T> call) {
      try {
        return thread.call(method, call);
      } catch (PlugInException e) {
        throw new StrategyFailedException(strategy, e.reason(), e);
      }
    }
  }
}
