package dev.onbehalf.token.grant;

import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.NAAccessToken;
import com.nimbusds.oauth2.sdk.tokenexchange.TokenExchangeGrant;
import dev.onbehalf.text.PrintableText;
import dev.onbehalf.token.access.Actor;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.jose.Authority;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.StrictJson;
import dev.onbehalf.token.jose.StringMembers;
import dev.onbehalf.token.jose.TokenType;
import dev.onbehalf.token.jose.Validity;
import dev.onbehalf.token.registry.Party;
import dev.onbehalf.token.registry.Registry;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A workload has the access token that came in turned into a token for one transaction
 * (draft-ietf-oauth-transaction-tokens, Txn-Token Request).
 */
public record TransactionTokenService(
    Authority authority, Registry registry, ExchangedTokens tokens, Supplier<IssuanceGate> gate)
    implements Grant {
  // RFC 6749 is how the workload was authenticated, by its client secret
  private static final String AUTHENTICATION = "urn:ietf:rfc:6749";

  @Override
  public AccessToken answer(RegisteredClient client, FormParameters form)
      throws RefusedRequestException {
    TokenExchangeGrant grant = ExchangeReader.readWithoutActor(form, ExchangeTypes.ACCESS_TOKENS);
    TokenTarget.of(form, registry).require(Party.TRUST_DOMAIN, Party.TRUST_DOMAIN);
    TransactionContext transaction = transaction(form);
    VerifiedToken subject = tokens.inbound(client, transaction.resource(), grant);
    Optional<Actor> actor = Delegation.kept(subject);
    requirePurpose(transaction, subject, form);
    return issue(
        client,
        subject,
        actor,
        transaction.within(subject.context()),
        requesterContext(form),
        decider(client));
  }

  // a call in person is the resource's to decide on
  private IssuanceGate decider(RegisteredClient client) {
    return client.id().equals(TransactionTokenVerifier.ENDPOINT) ? IssuanceGate.OPEN : gate.get();
  }

  private AccessToken issue(
      RegisteredClient client,
      VerifiedToken subject,
      Optional<Actor> actor,
      TransactionContext transaction,
      SortedMap<String, String> requesterContext,
      IssuanceGate decider)
      throws RefusedRequestException {
    VerifiedExchange exchange =
        VerifiedExchange.of(
            client,
            subject,
            Optional.empty(),
            transaction.resource(),
            List.of(transaction.purpose()));
    // MUST determine if the workload is authorized for the token
    decider.require(exchange);
    AccessToken token = token(client, subject, actor, transaction, requesterContext);
    decider.issued(exchange, new CompactToken(token.getValue()));
    return token;
  }

  private static TransactionContext transaction(FormParameters form)
      throws RefusedRequestException {
    try {
      return TransactionContext.ofRequest(form.required("request_details"));
    } catch (InvalidTokenException e) {
      throw RefusedRequestException.invalidRequest("request_details: " + e.getMessage());
    }
  }

  // scope is REQUIRED, names the purpose, and stays within the subject token's
  private static void requirePurpose(
      TransactionContext transaction, VerifiedToken subject, FormParameters form)
      throws RefusedRequestException {
    form.required("scope");
    List<String> wanted = RequestedScope.within(subject.scope(), form);
    if (!wanted.equals(List.of(transaction.purpose()))) {
      throw RefusedRequestException.invalidScope(
          "expected the purpose %s as scope"
              .formatted(PrintableText.quoted(transaction.purpose())));
    }
  }

  // request_context SHOULD be added; how the requester was authenticated is the service's to say
  private static SortedMap<String, String> requesterContext(FormParameters form)
      throws RefusedRequestException {
    SortedMap<String, String> context = new TreeMap<>();
    Optional<String> requested = form.optional("request_context");
    if (requested.isPresent()) {
      context.putAll(strings(requested.get()));
    }
    context.put("authn", AUTHENTICATION);
    return context;
  }

  private static SortedMap<String, String> strings(String json) throws RefusedRequestException {
    try {
      return StringMembers.of(StrictJson.read("context", json.getBytes(StandardCharsets.UTF_8)));
    } catch (InvalidTokenException e) {
      throw RefusedRequestException.invalidRequest("request_context: " + e.getMessage());
    }
  }

  private AccessToken token(
      RegisteredClient client,
      VerifiedToken subject,
      Optional<Actor> actor,
      TransactionContext transaction,
      SortedMap<String, String> requesterContext) {
    Validity validity =
        Validity.of(
            authority.clock(), TransactionTokenVerifier.LONGEST_LIFETIME, subject.expiresAt());
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", authority.name());
    claims.put("aud", TransactionTokenVerifier.TRUST_DOMAIN);
    validity.putInto(claims);
    claims.put("txn", authority.newId());
    claims.put("sub", subject.subject());
    // draft-araut-oauth-transaction-tokens-for-agents-02: the access token's, nested ones included
    actor.ifPresent(agent -> claims.put("act", agent.toClaim()));
    claims.put("scope", transaction.purpose());
    claims.put("tctx", transaction.toClaim());
    claims.put("rctx", requesterContext);
    claims.put("req_wl", client.id());
    CompactToken token = authority.signer().sign(TokenType.TRANSACTION_TOKEN, claims);
    // RFC 8693 section 2.2.1: N_A, as it is no access token
    return new NAAccessToken(
        token.value(),
        validity.seconds(),
        com.nimbusds.oauth2.sdk.Scope.parse(transaction.purpose()),
        ExchangeTypes.TRANSACTION_TOKEN);
  }
}
