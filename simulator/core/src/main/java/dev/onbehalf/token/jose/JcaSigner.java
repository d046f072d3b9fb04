package dev.onbehalf.token.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Set;

/** Signs with the Java runtime's own algorithms, Ed25519 among them (RFC 7515 section 5.1). */
final class JcaSigner implements JWSSigner {
  private final OperationMeter meter;
  private final ReusedSignature signature;
  private final Set<JWSAlgorithm> supported;
  private final JCAContext context = new JCAContext();

  JcaSigner(
      SigningAlgorithm algorithm,
      SigningProvider provider,
      PrivateKey key,
      SecureRandom random,
      OperationMeter meter) {
    supported = Set.of(algorithm.jwsAlgorithm());
    this.meter = meter;
    signature = new ReusedSignature(() -> setUp(algorithm, provider, key, random));
  }

  @Override
  public Base64URL sign(JWSHeader header, byte[] signingInput) throws JOSEException {
    try {
      meter.countSignature();
      byte[] octets = signature.use(with -> sign(with, signingInput));
      return Base64URL.encode(octets);
    } catch (GeneralSecurityException e) {
      throw new JOSEException("this Java runtime cannot sign", e);
    }
  }

  static Signature setUp(
      SigningAlgorithm algorithm, SigningProvider provider, PrivateKey key, SecureRandom random)
      throws GeneralSecurityException {
    Signature signature = algorithm.signature(provider);
    signature.initSign(key, random);
    return signature;
  }

  private static byte[] sign(Signature signature, byte[] signingInput)
      throws GeneralSecurityException {
    signature.update(signingInput);
    return signature.sign();
  }

  @Override
  public Set<JWSAlgorithm> supportedJWSAlgorithms() {
    return supported;
  }

  @Override
  public JCAContext getJCAContext() {
    return context;
  }
}
