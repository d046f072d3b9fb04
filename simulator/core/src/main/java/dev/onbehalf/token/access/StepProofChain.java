package dev.onbehalf.token.access;

import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** The step proofs of all actors of a token, first to last; only their issuer is verified yet. */
public record StepProofChain(List<CompactToken> proofs) {
  public static final StepProofChain NONE = new StepProofChain(List.of());

  /** As in draft-liu-oauth-chain-delegation-00, though with the actors' own proofs for records. */
  public static final String CLAIM = "delegation_chain";

  public StepProofChain {
    proofs = List.copyOf(proofs);
  }

  public boolean isEmpty() {
    return proofs.isEmpty();
  }

  public StepProofChain with(CompactToken proof) {
    List<CompactToken> longer = new ArrayList<>(proofs);
    longer.add(proof);
    return new StepProofChain(longer);
  }

  /** What the next step proof names as the one before; the subject token, if it is the first. */
  public String hash(CompactToken subjectToken) {
    return (isEmpty() ? subjectToken : proofs.get(proofs.size() - 1)).hash();
  }

  List<String> toClaim() {
    return proofs.stream().map(CompactToken::value).toList();
  }

  public static StepProofChain read(JsonObject claims) throws InvalidTokenException {
    List<CompactToken> proofs = new ArrayList<>();
    for (String proof : claims.texts(CLAIM)) {
      proofs.add(new CompactToken(proof));
    }
    return new StepProofChain(proofs);
  }
}
