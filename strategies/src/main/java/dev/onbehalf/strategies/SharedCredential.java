package dev.onbehalf.strategies;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.strategy.About;
import dev.onbehalf.strategy.CacheKey;
import dev.onbehalf.strategy.Call;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Credentials;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.strategy.VerifiedPresentation;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.registry.Registrar;
import java.util.List;

/**
 * All agents call with the token of one person, for everybody who asks: the bot whose maker left it
 * a token (RFC 6750 section 2.1). The maker is none of those who ask.
 */
public final class SharedCredential implements CredentialStrategy {
  private static final String MAKER = "maker/";

  @Override
  public About about() {
    return About.of(SharedCredential.class, "all agents call with one person's token, whoever asks")
        .specifiedBy("RFC 6750 section 2.1")
        .usedBy(
            "keep one access token for all agents in their configuration, and rotate it",
            "at the resource decide by the account of the token; no call tells who asked")
        .proving(
            Proof.atResource(
                List.of(Attributes.USER, Attributes.IN_PERSON), List.of(Attributes.IN_PERSON)))
        .cachedBy(CacheKey.RESOURCE);
  }

  @Override
  public void enrol(Population population, Registrar registrar) {
    population.registerUsers(registrar);
    registrar.registerUser(MAKER);
    population.resources().forEach(resource -> registrar.registerVaultEntry(MAKER, resource));
  }

  @Override
  public Refusable<Credentials> obtain(Call call) {
    return call.user().tokenLeftBy(MAKER, call.resource()).map(Credentials::bearer);
  }

  @Override
  public Evidence read(VerifiedPresentation presentation) {
    return presentation.token().map(SharedCredential::read).orElse(Evidence.none());
  }

  private static Evidence read(VerifiedToken token) {
    boolean inPerson = !token.subject().equals(MAKER);
    Evidence evidence = Evidence.none().verified(Attributes.IN_PERSON, Boolean.toString(inPerson));
    return inPerson ? evidence.verified(Attributes.USER, token.subject()) : evidence;
  }
}
