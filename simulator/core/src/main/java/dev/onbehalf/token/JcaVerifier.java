package dev.onbehalf.token;

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
final class JcaVerifier implements JWSVerifier {
  private final SigningAlgorithm algorithm;
  private final PublicKey key;
  private final OperationMeter meter;
  private final JCAContext context = new JCAContext();

  JcaVerifier(SigningAlgorithm algorithm, PublicKey key, OperationMeter meter) {
    this.algorithm = algorithm;
    this.key = key;
    this.meter = meter;
  }

  @Override
  public boolean verify(JWSHeader header, byte[] signingInput, Base64URL signature)
      throws JOSEException {
    byte[] octets = signature.decode();
    // RFC 7518 sections 3.3 and 3.4, RFC 8032 section 5.1.7: the length is fixed
    return octets.length == algorithm.signatureLength() && holds(signingInput, octets);
  }

  private boolean holds(byte[] signingInput, byte[] octets) throws JOSEException {
    try {
      Signature signature = algorithm.signature();
      signature.initVerify(key);
      signature.update(signingInput);
      meter.countVerification();
      return signature.verify(octets);
    } catch (SignatureException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new JOSEException("this Java runtime cannot verify", e);
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
