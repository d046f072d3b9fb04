package dev.onbehalf.token.workload;

import dev.onbehalf.token.jose.SigningAlgorithm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;

/** An embedded certificate authority for TLS servers and clients (RFC 5280). */
final class CertificateAuthority {
  private static final Duration LIFETIME = Duration.ofDays(1);
  private static final String NAME = "CN=Certificate authority";
  private static final String SERVER = "CN=Server";
  private static final String CLIENT = "CN=Client";

  // RFC 5280 section 4.1.2.2: positive, and at most 20 octets
  private static final int SERIAL_BITS = 159;

  private final Clock clock;
  private final SecureRandom random;
  private final KeyPair pair;
  private final X509Certificate root;

  CertificateAuthority(Clock clock, SecureRandom random) {
    this.clock = clock;
    this.random = random;
    pair = keyPair(random);
    root = certify(pair, NAME, new BasicConstraints(true), KeyUsage.keyCertSign);
  }

  /** The certificate that makes all others trusted. */
  X509Certificate root() {
    return root;
  }

  /** A fresh key of a server with the DNS name, and its certificate. */
  TlsKey server(String host) {
    GeneralName name = new GeneralName(GeneralName.dNSName, host);
    return certified(SERVER, name, KeyPurposeId.id_kp_serverAuth);
  }

  /** A fresh key of a client with the URI (RFC 5280 section 4.2.1.6), and its certificate. */
  TlsKey client(String uri) {
    GeneralName name = new GeneralName(GeneralName.uniformResourceIdentifier, uri);
    return certified(CLIENT, name, KeyPurposeId.id_kp_clientAuth);
  }

  private TlsKey certified(String subject, GeneralName name, KeyPurposeId purpose) {
    KeyPair own = keyPair(random);
    return new TlsKey(own.getPrivate(), certify(own, subject, name, purpose));
  }

  private X509Certificate certify(
      KeyPair own, String subject, GeneralName name, KeyPurposeId purpose) {
    try {
      X509v3CertificateBuilder draft = draft(own, subject, new BasicConstraints(false));
      draft.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
      draft.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
      draft.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(name));
      return signed(draft);
    } catch (IOException e) {
      throw new IllegalStateException("the certificate can't be written", e);
    }
  }

  private X509Certificate certify(
      KeyPair own, String subject, BasicConstraints constraints, int usage) {
    try {
      X509v3CertificateBuilder draft = draft(own, subject, constraints);
      draft.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
      return signed(draft);
    } catch (IOException e) {
      throw new IllegalStateException("the certificate can't be written", e);
    }
  }

  private X509v3CertificateBuilder draft(KeyPair own, String subject, BasicConstraints constraints)
      throws IOException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    X509v3CertificateBuilder draft =
        new X509v3CertificateBuilder(
            new X500Name(NAME),
            new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1),
            Date.from(now),
            Date.from(now.plus(LIFETIME)),
            new X500Name(subject),
            SubjectPublicKeyInfo.getInstance(own.getPublic().getEncoded()));
    draft.addExtension(Extension.basicConstraints, true, constraints);
    return draft;
  }

  private X509Certificate signed(X509v3CertificateBuilder draft) throws IOException {
    byte[] encoded = draft.build(new CertificateSigner(pair.getPrivate(), random)).getEncoded();
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime cannot read the certificate", e);
    }
  }

  private static KeyPair keyPair(SecureRandom random) {
    try {
      return SigningAlgorithm.ES256.generateKeyPair(random);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime cannot make a key", e);
    }
  }

  /** Signs a certificate with the Java runtime's ECDSA (RFC 5758 section 3.2). */
  private static final class CertificateSigner implements ContentSigner {
    private final PrivateKey key;
    private final SecureRandom random;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    CertificateSigner(PrivateKey key, SecureRandom random) {
      this.key = key;
      this.random = random;
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
      return new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    }

    @Override
    public OutputStream getOutputStream() {
      return content;
    }

    @Override
    public byte[] getSignature() {
      try {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key, random);
        signature.update(content.toByteArray());
        return signature.sign();
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("this Java runtime cannot sign", e);
      }
    }
  }
}
