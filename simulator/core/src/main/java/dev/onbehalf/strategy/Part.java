package dev.onbehalf.strategy;

import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.kerberos.SealedAuthenticator;
import dev.onbehalf.token.kerberos.SealedTicket;
import dev.onbehalf.token.macaroon.MacaroonToken;
import dev.onbehalf.token.workload.ClientCertificate;
import dev.onbehalf.token.workload.DpopProofVerifier;
import dev.onbehalf.token.workload.WorkloadVerifier;
import java.util.Set;

/** One thing that a caller puts into a call to show who is calling. */
public sealed interface Part {
  /** Where in the call it goes; a call has one part at most in each place. */
  String place();

  /** Whether it proves a single call alone, so that who repeats the call has to make another. */
  default boolean isGoodOnce() {
    return false;
  }

  /** A token in the {@code Authorization} header (RFC 6750 section 2.1). */
  record BearerToken(CompactToken token) implements Part {
    @Override
    public String place() {
      return "authorization";
    }
  }

  /** A signed token in a header of its own. */
  record SignedHeader(String name, CompactToken token) implements Part {
    private static final Set<String> PROOFS =
        Set.of(DpopProofVerifier.HEADER, WorkloadVerifier.PROOF_HEADER);

    @Override
    public String place() {
      return "header " + name;
    }

    @Override
    public boolean isGoodOnce() {
      return PROOFS.contains(name);
    }
  }

  /** A header that nobody signed. */
  record Header(String name, String value) implements Part {
    @Override
    public String place() {
      return "header " + name;
    }
  }

  /** The client certificate of the TLS connection that the call comes in on (RFC 8446). */
  record Certificate(ClientCertificate certificate) implements Part {
    @Override
    public String place() {
      return "client certificate";
    }
  }

  /** A Kerberos ticket: the one half of an AP-REQ (RFC 4120 section 5.5.1, RFC 4121). */
  record Ticket(SealedTicket ticket) implements Part {
    @Override
    public String place() {
      return "authorization";
    }
  }

  /** The proof of the ticket's session key: the other half. */
  record Authenticator(SealedAuthenticator authenticator) implements Part {
    @Override
    public String place() {
      return "authenticator";
    }

    @Override
    public boolean isGoodOnce() {
      return true;
    }
  }

  /** A macaroon in the {@code Authorization} header. */
  record Macaroon(MacaroonToken token) implements Part {
    @Override
    public String place() {
      return "authorization";
    }
  }
}
