package dev.onbehalf.jmh.gate;

import java.security.Provider;
import java.security.Security;
import java.util.List;
import java.util.Map;

/**
 * A provider of signatures that cost nothing and always hold, so that what is left is our own code.
 * It takes keys while it is switched on, and leaves them to the next provider while it isn't.
 */
final class SilentSignatures extends Provider {
  private static final long serialVersionUID = 1L;
  private static final Map<String, Integer> LENGTHS =
      Map.of(
          "SHA256withECDSAinP1363Format", 64,
          "SHA256withECDSA", 71,
          "SHA256withRSA", 256,
          "Ed25519", 64,
          "EdDSA", 64);

  private volatile boolean on;

  private SilentSignatures() {
    super("SilentSignatures", "1", "signatures of zeros, for measurements alone");
    LENGTHS.forEach((algorithm, length) -> putService(new Silence(algorithm, length)));
  }

  /** Puts the provider before all others, switched off. */
  static SilentSignatures install() {
    SilentSignatures provider = new SilentSignatures();
    Security.insertProviderAt(provider, 1);
    return provider;
  }

  void uninstall() {
    Security.removeProvider(getName());
  }

  /** Decides about the signatures that are set up from now on. */
  void switchTo(boolean silent) {
    on = silent;
  }

  /** One algorithm. */
  private final class Silence extends Service {
    private final int length;

    private Silence(String algorithm, int length) {
      super(
          SilentSignatures.this,
          "Signature",
          algorithm,
          SilentSignature.class.getName(),
          List.of(),
          Map.of());
      this.length = length;
    }

    @Override
    public Object newInstance(Object parameter) {
      return new SilentSignature(length);
    }

    @Override
    public boolean supportsParameter(Object key) {
      return on;
    }
  }
}
