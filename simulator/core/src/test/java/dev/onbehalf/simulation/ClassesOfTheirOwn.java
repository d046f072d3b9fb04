package dev.onbehalf.simulation;

import dev.onbehalf.strategy.ApartStrategy;
import dev.onbehalf.strategy.CredentialStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.util.Optional;

/** Loads the classes of a strategy once more, so that not even what is static is shared. */
final class ClassesOfTheirOwn extends ClassLoader {
  private static final String PROGRAM = "dev.onbehalf.";

  private final String ownPackage;

  private ClassesOfTheirOwn(Class<?> strategy) {
    super(strategy.getClassLoader());
    ownPackage = strategy.getPackageName() + ".";
  }

  /** The strategy, read at each point by an instance that never saw the call. */
  static CredentialStrategy apart(CredentialStrategy strategy) {
    return new ApartStrategy(strategy, point -> again(strategy.getClass()));
  }

  private static CredentialStrategy again(Class<?> type) {
    try {
      Constructor<? extends CredentialStrategy> constructor =
          new ClassesOfTheirOwn(type)
              .loadClass(type.getName())
              .asSubclass(CredentialStrategy.class)
              .getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("a strategy needs a constructor without parameters", e);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Optional<Class<?>> loaded = Optional.ofNullable(findLoadedClass(name));
      if (loaded.isPresent()) {
        return loaded.get();
      }
      Optional<byte[]> bytes = isShared(name) ? Optional.empty() : bytes(name);
      return bytes.isPresent()
          ? defineClass(name, bytes.get(), 0, bytes.get().length)
          : super.loadClass(name, resolve);
    }
  }

  /** The platform, and what strategies are written with. */
  private boolean isShared(String name) {
    return (name.startsWith(PROGRAM) && !name.startsWith(ownPackage))
        || getPlatformClassLoader().getResource(path(name)) != null;
  }

  private Optional<byte[]> bytes(String name) {
    try (InputStream stream = getResourceAsStream(path(name))) {
      return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String path(String name) {
    return name.replace('.', '/') + ".class";
  }
}
