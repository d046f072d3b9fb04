package dev.onbehalf.token.jose;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A signature algorithm that is set up with its key once, since setting up costs a good part of
 * what signing does. Threads that want it at the same time set up one each.
 */
final class ReusedSignature {
  private final SetUp setUp;
  private final AtomicReference<@Nullable Signature> idle = new AtomicReference<>();

  ReusedSignature(SetUp setUp) {
    this.setUp = setUp;
  }

  /** Uses the algorithm; one that failed may remember what it was fed, and isn't used again. */
  <T> T use(Use<T> use) throws GeneralSecurityException {
    Signature signature = idle.getAndSet(null);
    if (signature == null) {
      signature = setUp.signature();
    }
    T result = use.with(signature);
    idle.set(signature);
    return result;
  }

  /** Makes an algorithm and gives it its key. */
  @FunctionalInterface
  interface SetUp {
    Signature signature() throws GeneralSecurityException;
  }

  /** Feeds the algorithm and takes what comes out. */
  @FunctionalInterface
  interface Use<T> {
    T with(Signature signature) throws GeneralSecurityException;
  }
}
