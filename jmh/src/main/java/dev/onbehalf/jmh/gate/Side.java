package dev.onbehalf.jmh.gate;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** A build in a class loader of its own, which shares nothing with others but the Java runtime. */
final class Side implements AutoCloseable {
  /** Baselines know this name; it must not change. */
  private static final String DOOR = "dev.onbehalf.jmh.gate.DuetSide";

  private final URLClassLoader loader;
  private final Class<?> door;

  private Side(URLClassLoader loader, Class<?> door) {
    this.loader = loader;
    this.door = door;
  }

  /**
   * Loads a build.
   *
   * @param classPath the addresses of its jars and folders
   * @throws IncomparableException when it has no door, or one that leads elsewhere
   */
  static Side load(List<String> classPath) throws IncomparableException {
    URL[] urls = classPath.stream().map(Side::url).toArray(URL[]::new);
    // Without the application's loader above it, what it finds is its own.
    URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    try {
      Side side = new Side(loader, Class.forName(DOOR, true, loader));
      side.requireProtocol();
      return side;
    } catch (ClassNotFoundException e) {
      throw new IncomparableException(
          "expected a build of this program that has the gate's benchmarks, but there is no `%s` in it"
              .formatted(DOOR));
    }
  }

  private void requireProtocol() throws IncomparableException {
    Object found = invoke("protocol");
    if (!found.equals(DuetSide.protocol())) {
      throw new IncomparableException(
          "expected benchmarks of version %s, but found version %s"
              .formatted(DuetSide.protocol(), found));
    }
  }

  List<String> strategies() throws IncomparableException {
    return ((List<?>) invoke("strategies")).stream().map(String::valueOf).sorted().toList();
  }

  Counts counts(String strategy) throws IncomparableException {
    return Counts.of((Map<?, ?>) invoke("counts", strategy));
  }

  @SuppressWarnings("unchecked") // A callable returns an object, whatever else it returns.
  Callable<Object> call(String strategy) throws IncomparableException {
    return (Callable<Object>) invoke("call", strategy);
  }

  private Object invoke(String method, String... arguments) throws IncomparableException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      Class<?>[] types =
          List.of(arguments).stream().map(word -> String.class).toArray(Class[]::new);
      return door.getMethod(method, types).invoke(null, (Object[]) arguments);
    } catch (InvocationTargetException e) {
      throw new IncomparableException("`%s` failed: %s".formatted(method, e.getCause()));
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new IncomparableException("expected a `%s` to call, but: %s".formatted(method, e));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static URL url(String address) {
    try {
      return URI.create(address).toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(address, e);
    }
  }

  @Override
  public void close() throws IncomparableException {
    try {
      loader.close();
    } catch (IOException e) {
      throw new IncomparableException("its jar can't be closed: " + e.getMessage());
    }
  }
}
