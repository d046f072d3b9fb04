package dev.onbehalf.token.workload;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A private key and the certificate of its public key. */
record TlsKey(PrivateKey privateKey, X509Certificate certificate) {
  /** Without the key: a log line must not hold a usable one. */
  @Override
  public String toString() {
    return "certificate of " + certificate.getSubjectX500Principal();
  }
}
