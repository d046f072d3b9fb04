package dev.onbehalf.token.jose;

import java.security.PublicKey;

/**
 * Verifies tokens by the public key in their own header (RFC 9449 section 4.3): whoever signed has
 * the private one, and who that is remains open.
 */
public final class EmbeddedKeyVerifier {
  private final TokenType type;
  private final SigningAlgorithm algorithm;
  private final SigningProvider provider;
  private final OperationMeter meter;

  /** Of tokens of one type by keys of one algorithm. */
  public EmbeddedKeyVerifier(
      TokenType type, SigningAlgorithm algorithm, SigningProvider provider, OperationMeter meter) {
    this.type = type;
    this.algorithm = algorithm;
    this.provider = provider;
    this.meter = meter;
  }

  /**
   * What a token says whose signer has the key.
   *
   * @param thumbprint of the key (RFC 7638)
   */
  public record SignedByKey(String thumbprint, JsonObject claims) {}

  public SignedByKey verify(CompactToken token) throws InvalidTokenException {
    HeaderRules rules = HeaderRules.ofTokensWithTheirKey(type, algorithm);
    PublicKey key = key(token, rules);
    // a stranger's key isn't remembered, as there are as many as strangers like
    JcaVerifier verifier = new JcaVerifier(algorithm, provider, provider.imported(key), meter);
    JsonObject claims =
        new SignatureVerifier(rules, verifier, "the key in its header").verify(token).claims();
    return new SignedByKey(PublicJwk.thumbprint(algorithm, key), claims);
  }

  private PublicKey key(CompactToken token, HeaderRules rules) throws InvalidTokenException {
    JsonObject header = StrictJson.read("header", CompactParts.of(token).header());
    rules.check(header);
    return PublicJwk.readEmbedded(header.object("jwk"), algorithm);
  }
}
