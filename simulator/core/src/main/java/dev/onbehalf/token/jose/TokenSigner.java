package dev.onbehalf.token.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import java.text.ParseException;
import java.util.EnumMap;
import java.util.Map;

/** Makes tokens of claims, each under the header of its type, and counts them. */
public final class TokenSigner {
  private final SigningKey key;
  private final JWSSigner signer;
  private final Map<TokenType, JWSHeader> headers = new EnumMap<>(TokenType.class);
  private long signed;

  public TokenSigner(SigningKey key, JWSSigner signer) {
    this.key = key;
    this.signer = signer;
  }

  /** The number of tokens signed so far. */
  public long signed() {
    return signed;
  }

  // RFC 7515 section 7.1
  public CompactToken sign(TokenType type, Map<String, Object> claims) {
    try {
      JWSObject token =
          new JWSObject(headers.computeIfAbsent(type, this::header), new Payload(claims));
      token.sign(signer);
      signed++;
      return new CompactToken(token.serialize());
    } catch (JOSEException e) {
      throw new IllegalStateException("this Java runtime cannot sign", e);
    }
  }

  /** A header that was parsed knows its spelling, and needn't be written for every token. */
  private JWSHeader header(TokenType type) {
    JWSHeader.Builder header =
        new JWSHeader.Builder(key.algorithm().jwsAlgorithm()).type(type.objectType());
    try {
      return JWSHeader.parse(
          (type.bringsKey() ? header.jwk(key.embeddableJwk()) : header.keyID(key.id()))
              .build()
              .toBase64URL());
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }
}
