package dev.onbehalf.token.jose;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;

/**
 * The bare signature operations on one token, with the keys of its service and nothing around them:
 * the least that signing or verifying it can cost. For one thread.
 */
public final class RawOperations {
  private final byte[] message;
  private final Signature signer;
  private final Signature verifier;
  private final byte[] signature;

  RawOperations(CompactToken token, Signature signer, Signature verifier)
      throws GeneralSecurityException {
    String value = token.value();
    message = value.substring(0, value.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
    this.signer = signer;
    this.verifier = verifier;
    signature = sign();
  }

  /** Signs the token's header and claims. */
  public byte[] sign() throws GeneralSecurityException {
    signer.update(message);
    return signer.sign();
  }

  /** Verifies a signature of the token's header and claims. */
  public boolean verify() throws GeneralSecurityException {
    return verify(signature);
  }

  /** Whether the signature is one of the token's header and claims. */
  public boolean verify(byte[] candidate) throws GeneralSecurityException {
    verifier.update(message);
    return verifier.verify(candidate);
  }
}
