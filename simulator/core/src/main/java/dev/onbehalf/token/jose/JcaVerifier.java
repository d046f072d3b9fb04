package dev.onbehalf.token.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Set;

/** Verifies with the Java runtime's own algorithms, Ed25519 among them (RFC 7515 section 5.2). */
public final class JcaVerifier implements JWSVerifier {
  private final SigningAlgorithm algorithm;
  private final OperationMeter meter;
  private final ReusedSignature signature;
  private final JCAContext context = new JCAContext();

  public JcaVerifier(
      SigningAlgorithm algorithm, SigningProvider provider, PublicKey key, OperationMeter meter) {
    this.algorithm = algorithm;
    this.meter = meter;
    signature = new ReusedSignature(() -> setUp(algorithm, provider, key));
  }

  @Override
  public boolean verify(JWSHeader header, byte[] signingInput, Base64URL signature)
      throws JOSEException {
    return verify(signingInput, signature.decode());
  }

  boolean verify(byte[] signingInput, byte[] octets) throws JOSEException {
    // RFC 7518 sections 3.3 and 3.4, RFC 8032 section 5.1.7: the length is fixed
    return octets.length == algorithm.signatureLength() && holds(signingInput, octets);
  }

  private boolean holds(byte[] signingInput, byte[] octets) throws JOSEException {
    try {
      meter.countVerification();
      return signature.use(with -> verify(with, signingInput, octets));
    } catch (SignatureException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new JOSEException("this Java runtime cannot verify", e);
    }
  }

  static Signature setUp(SigningAlgorithm algorithm, SigningProvider provider, PublicKey key)
      throws GeneralSecurityException {
    Signature signature = algorithm.signature(provider);
    signature.initVerify(key);
    return signature;
  }

  private static boolean verify(Signature signature, byte[] signingInput, byte[] octets)
      throws GeneralSecurityException {
    signature.update(signingInput);
    return signature.verify(octets);
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
