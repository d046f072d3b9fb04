package dev.onbehalf.token;

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
  private final SigningAlgorithm algorithm;
  private final PrivateKey key;
  private final SecureRandom random;
  private final OperationMeter meter;
  private final JCAContext context = new JCAContext();

  JcaSigner(SigningAlgorithm algorithm, PrivateKey key, SecureRandom random, OperationMeter meter) {
    this.algorithm = algorithm;
    this.key = key;
    this.random = random;
    this.meter = meter;
  }

  @Override
  public Base64URL sign(JWSHeader header, byte[] signingInput) throws JOSEException {
    try {
      Signature signature = algorithm.signature();
      signature.initSign(key, random);
      signature.update(signingInput);
      meter.countSignature();
      return Base64URL.encode(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new JOSEException("this Java runtime cannot sign", e);
    }
  }

  @Override
  public Set<JWSAlgorithm> supportedJWSAlgorithms() {
    return Set.of(algorithm.jwsAlgorithm());
  }

  @Override
  public JCAContext getJCAContext() {
    return context;
  }
}
