package dev.onbehalf.cli.plugin;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a plug-in sees of this program: what strategies are written with, and the Java platform, so
 * that its own libraries are its own, whatever versions of them the program has.
 */
final class SpiView extends ClassLoader {
  /** A room in each line, and the classes of it that are seen, with those inside them. */
  private static final String CLASSES =
      """
      evidence       Assurance Attributes Evidence Machinery Point Practice Proof
      strategy       About CacheKey Call CredentialStrategy Credentials HandOver Onward Part
      strategy       Population Presentation Readings VerifiedPresentation
      token          AgentClient Refusable Refusal ServicePrincipal UserSession
      token.jose     CompactToken
      token.access   Actor Scope VerifiedCredential VerifiedToken
      token.grant    VerifiedExchange VerifiedTransactionToken
      token.kerberos SealedAuthenticator SealedTicket ServiceTicket VerifiedTicket
      token.macaroon Caveat MacaroonToken VerifiedMacaroon
      token.registry Registrar Registration
      token.workload AgentCredentials ClientCertificate ProofTarget WorkloadKey
      token.workload VerifiedCertificate VerifiedChain VerifiedWorkload
      """;

  private static final Set<String> SEEN =
      CLASSES.lines().flatMap(SpiView::names).collect(Collectors.toSet());

  private final ClassLoader program;

  SpiView(ClassLoader program) {
    super("spi", ClassLoader.getPlatformClassLoader());
    this.program = program;
  }

  private static Stream<String> names(String line) {
    String[] words = line.split(" +");
    return Stream.of(words).skip(1).map(name -> "dev.onbehalf." + words[0] + "." + name);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (SEEN.contains(name.replaceFirst("\\$.*", ""))) {
      return program.loadClass(name);
    }
    throw new ClassNotFoundException(name);
  }
}
