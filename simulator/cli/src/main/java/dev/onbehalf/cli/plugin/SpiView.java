package dev.onbehalf.cli.plugin;

import java.util.List;

/**
 * What a plug-in sees of this program: the service provider interface and the Java platform, so
 * that its own libraries are its own, whatever versions of them the program has.
 */
final class SpiView extends ClassLoader {
  private static final List<String> ROOMS =
      List.of("dev.onbehalf.evidence.", "dev.onbehalf.strategy.", "dev.onbehalf.token.");

  private final ClassLoader program;

  SpiView(ClassLoader program) {
    super("spi", ClassLoader.getPlatformClassLoader());
    this.program = program;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (ROOMS.stream().anyMatch(name::startsWith)) {
      return program.loadClass(name);
    }
    throw new ClassNotFoundException(name);
  }
}
