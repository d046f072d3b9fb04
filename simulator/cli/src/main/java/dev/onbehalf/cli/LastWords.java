package dev.onbehalf.cli;

import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.run.Failure;

/**
 * Ends the program where an error gets past everybody. It allocates as little as it can, because
 * what gets there is most often that memory is out.
 */
final class LastWords implements Thread.UncaughtExceptionHandler {
  @Override
  public void uncaughtException(Thread thread, Throwable thrown) {
    if (thread.getContextClassLoader() != LastWords.class.getClassLoader()) {
      System.err.println("a thread of a plug-in broke off");
    } else if (thrown instanceof OutOfMemoryError error) {
      System.err.println(line(error));
      Runtime.getRuntime().halt(ExitCode.OUT_OF_MEMORY.code());
    } else {
      System.err.println(Failure.of(thrown).line());
      Runtime.getRuntime().halt(ExitCode.INTERNAL_ERROR.code());
    }
  }

  private static String line(OutOfMemoryError error) {
    if ("Metaspace".equals(error.getMessage())) {
      return Failure.TOO_MANY_CLASSES;
    }
    try {
      return Failure.outOfMemory(error);
    } catch (OutOfMemoryError again) {
      return "out of memory; give Java more with the option `-Xmx`";
    }
  }
}
