package dev.onbehalf.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import java.text.ParseException;
import java.util.Map;

/** Signs claims as tokens of one type (RFC 7519 section 7.1, RFC 8725 section 3.11). */
final class JwtSigner {
  private final JWSHeader header;
  private final JWSSigner signer;

  private JwtSigner(JWSHeader.Builder header, String type, JWSSigner signer) {
    this.header = encoded(header.type(new JOSEObjectType(type)).build());
    this.signer = signer;
  }

  /** A signer whose tokens name their key. */
  static JwtSigner of(String type, SigningKey key, JWSSigner signer) {
    return new JwtSigner(header(key).keyID(key.id()), type, signer);
  }

  /** A signer whose tokens don't say which key: another token does. */
  static JwtSigner withoutKeyId(String type, SigningKey key, JWSSigner signer) {
    return new JwtSigner(header(key), type, signer);
  }

  private static JWSHeader.Builder header(SigningKey key) {
    return new JWSHeader.Builder(key.algorithm().jwsAlgorithm());
  }

  // RFC 7515 section 7.1
  CompactToken sign(Map<String, Object> claims) {
    try {
      JWSObject token = new JWSObject(header, new Payload(claims));
      token.sign(signer);
      return new CompactToken(token.serialize());
    } catch (JOSEException e) {
      throw new IllegalStateException("this Java runtime cannot sign", e);
    }
  }

  /** A header that was parsed knows its spelling, and needn't be written for every token. */
  private static JWSHeader encoded(JWSHeader header) {
    try {
      return JWSHeader.parse(header.toBase64URL());
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }
}
