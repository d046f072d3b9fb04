package dev.onbehalf.token.grant;

import dev.onbehalf.text.PrintableText;
import dev.onbehalf.token.access.Scope;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.JsonObject;
import dev.onbehalf.token.jose.StrictJson;
import dev.onbehalf.token.jose.StringMembers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a transaction does and in what context, which no one can change any more
 * (draft-ietf-oauth-transaction-tokens, {@code tctx}).
 */
public record TransactionContext(
    String resource, String action, SortedMap<String, String> context) {
  private static final String RESOURCE = "resource";
  private static final String ACTION = "action";
  private static final String CONTEXT = "context";

  public TransactionContext {
    context = Collections.unmodifiableSortedMap(new TreeMap<>(context));
  }

  /** What the requesting workload says of the transaction: the target, and nothing else. */
  static TransactionContext ofRequest(String details) throws InvalidTokenException {
    JsonObject object = StrictJson.read("details", details.getBytes(StandardCharsets.UTF_8));
    requireOnly(object, List.of(RESOURCE, ACTION));
    return of(object, new TreeMap<>());
  }

  static TransactionContext ofClaim(JsonObject claim) throws InvalidTokenException {
    requireOnly(claim, List.of(RESOURCE, ACTION, CONTEXT));
    Optional<JsonObject> context = claim.optionalObject(CONTEXT);
    return of(claim, context.isEmpty() ? new TreeMap<>() : StringMembers.of(context.get()));
  }

  /** This transaction in the context. */
  TransactionContext within(SortedMap<String, String> other) {
    return new TransactionContext(resource, action, other);
  }

  /** The scope value that says as narrowly as possible what the transaction is for. */
  public String purpose() {
    return Scope.of(resource, action);
  }

  public Map<String, Object> toClaim() {
    Map<String, Object> claim = new LinkedHashMap<>();
    claim.put(RESOURCE, resource);
    claim.put(ACTION, action);
    if (!context.isEmpty()) {
      claim.put(CONTEXT, context);
    }
    return claim;
  }

  private static TransactionContext of(JsonObject object, SortedMap<String, String> context)
      throws InvalidTokenException {
    return new TransactionContext(object.identifier(RESOURCE), object.identifier(ACTION), context);
  }

  private static void requireOnly(JsonObject object, List<String> names)
      throws InvalidTokenException {
    if (!names.containsAll(object.names())) {
      throw new InvalidTokenException(
          "expected only %s of a transaction, found %s"
              .formatted(
                  PrintableText.quoted(String.join(", ", names)),
                  PrintableText.quoted(String.join(", ", object.names()))));
    }
  }
}
