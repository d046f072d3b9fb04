package dev.onbehalf.cli.console;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;

/** The changes of a file. */
public interface FileChanges extends AutoCloseable {
  /** Waits for the next change; false if there can be none any more. */
  boolean await() throws InterruptedException;

  @Override
  void close() throws IOException;

  /** Begins to look at files. */
  @FunctionalInterface
  interface Watcher {
    /** Everything that happens to the file from now on. */
    FileChanges watch(Path file) throws IOException;
  }

  /** The changes as the file system tells them. */
  static FileChanges of(Path file) throws IOException {
    return new OfFolder(file);
  }

  /** What happens in the folder of the file. */
  final class OfFolder implements FileChanges {
    private static final long REST_MILLIS = 50;
    private static final int MOST_RESTS = 20;

    private final Path name;
    private final WatchService service;

    /** Watches the folder: editors often write a new file and give it the old one's name. */
    private OfFolder(Path file) throws IOException {
      Path folder = file.toAbsolutePath().resolveSibling("");
      this.name = file.getFileName();
      this.service = folder.getFileSystem().newWatchService();
      try {
        folder.register(service, ENTRY_CREATE, ENTRY_MODIFY);
      } catch (IOException | RuntimeException e) {
        service.close();
        throw e;
      }
    }

    @Override
    public boolean await() throws InterruptedException {
      while (true) {
        WatchKey key = service.take();
        boolean changed = isChange(key);
        if (!key.reset()) {
          return false;
        }
        if (changed) {
          rest();
          return true;
        }
      }
    }

    /** One save makes several events, the last of which finds the file whole. */
    private void rest() throws InterruptedException {
      for (int i = 0; i < MOST_RESTS; i++) {
        WatchKey key = service.poll(REST_MILLIS, TimeUnit.MILLISECONDS);
        if (key == null) {
          return;
        }
        key.pollEvents();
        key.reset();
      }
    }

    private boolean isChange(WatchKey key) {
      return key.pollEvents().stream().anyMatch(this::isChange);
    }

    private boolean isChange(WatchEvent<?> event) {
      return event.kind() == OVERFLOW || name.equals(event.context());
    }

    @Override
    public void close() throws IOException {
      service.close();
    }
  }
}
