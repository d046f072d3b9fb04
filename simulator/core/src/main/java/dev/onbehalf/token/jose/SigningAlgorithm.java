package dev.onbehalf.token.jose;

import com.nimbusds.jose.JWSAlgorithm;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;

/**
 * The signature algorithms a token service may use (RFC 7518 section 3.1, RFC 8037 section 3.1).
 */
public enum SigningAlgorithm {
  ES256("ES256", "EC", "SHA256withECDSAinP1363Format", 64),
  RS256("RS256", "RSA", "SHA256withRSA", 256),
  EDDSA("EdDSA", "Ed25519", "Ed25519", 64);

  private final String headerValue;
  private final String keyType;
  private final String signatureType;
  private final int signatureLength;

  SigningAlgorithm(String headerValue, String keyType, String signatureType, int signatureLength) {
    this.headerValue = headerValue;
    this.keyType = keyType;
    this.signatureType = signatureType;
    this.signatureLength = signatureLength;
  }

  String headerValue() {
    return headerValue;
  }

  int signatureLength() {
    return signatureLength;
  }

  JWSAlgorithm jwsAlgorithm() {
    return JWSAlgorithm.parse(headerValue);
  }

  Signature signature(SigningProvider provider) throws GeneralSecurityException {
    return provider.signature(signatureType);
  }

  public KeyPair generateKeyPair(SecureRandom random) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(keyType);
    generator.initialize(keyParameters(), random);
    return generator.generateKeyPair();
  }

  private AlgorithmParameterSpec keyParameters() {
    return switch (this) {
      case ES256 -> new ECGenParameterSpec("secp256r1");
      // RFC 7518 section 3.3: a key of 2048 bits or larger
      case RS256 -> new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4);
      case EDDSA -> NamedParameterSpec.ED25519;
    };
  }
}
