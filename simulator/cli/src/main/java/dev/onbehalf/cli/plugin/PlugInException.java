package dev.onbehalf.cli.plugin;

/** What a plug-in did wrong in a call. */
final class PlugInException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PlugInException(String reason) {
    super(reason);
  }

  /** Something that the plug-in threw. */
  PlugInException(Throwable thrown) {
    this(words(thrown), thrown);
  }

  private PlugInException(String reason, Throwable cause) {
    super(reason, cause);
  }

  String reason() {
    return String.valueOf(getMessage());
  }

  /** The words of an exception are the plug-in's as well, and may fail in their turn. */
  private static String words(Throwable thrown) {
    try {
      return String.valueOf(thrown);
    } catch (RuntimeException | Error e) {
      return thrown.getClass().getName();
    }
  }
}
