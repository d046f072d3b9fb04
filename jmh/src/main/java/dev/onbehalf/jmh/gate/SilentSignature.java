package dev.onbehalf.jmh.gate;

import java.security.AlgorithmParameters;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SignatureSpi;
import java.security.spec.AlgorithmParameterSpec;
import org.jspecify.annotations.Nullable;

/** A signature of zeros, which holds for every message. */
final class SilentSignature extends SignatureSpi {
  private final int length;

  SilentSignature(int length) {
    this.length = length;
  }

  @Override
  protected void engineInitVerify(PublicKey key) {}

  @Override
  protected void engineInitSign(PrivateKey key) {}

  @Override
  protected void engineUpdate(byte octet) {}

  @Override
  protected void engineUpdate(byte[] octets, int offset, int count) {}

  @Override
  protected byte[] engineSign() {
    return new byte[length];
  }

  @Override
  protected boolean engineVerify(byte[] signature) {
    return true;
  }

  @Override
  protected void engineSetParameter(@Nullable AlgorithmParameterSpec parameters) {}

  @Override
  protected @Nullable AlgorithmParameters engineGetParameters() {
    return null;
  }

  @Override
  @Deprecated
  protected void engineSetParameter(String name, Object value) {
    throw new UnsupportedOperationException(name);
  }

  @Override
  @Deprecated
  protected Object engineGetParameter(String name) {
    throw new UnsupportedOperationException(name);
  }
}
