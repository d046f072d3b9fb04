package dev.onbehalf.token.access;

import com.nimbusds.oauth2.sdk.rar.AuthorizationDetail;
import com.nimbusds.oauth2.sdk.rar.AuthorizationType;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.JsonObject;
import dev.onbehalf.token.jose.StringMembers;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The context that a call is made in, as an authorization detail of a type of its own (RFC 9396
 * section 2): {@code {"type":"run_context","context":{"mode":"batch"}}}.
 */
public record RunContext(SortedMap<String, String> attributes) {
  /** No context, and no authorization detail. */
  public static final RunContext NONE = new RunContext(new TreeMap<>());

  public static final String CLAIM = "authorization_details";

  private static final String TYPE = "run_context";
  private static final String CONTEXT = "context";

  public RunContext {
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
  }

  /** A map's own hash is a sum that many contexts of the same few values share. */
  @Override
  public int hashCode() {
    return attributes.isEmpty() ? 0 : List.copyOf(attributes.values()).hashCode();
  }

  /** Writes it among the claims of a token, if there is any. */
  public void putInto(Map<String, Object> claims) {
    if (!attributes.isEmpty()) {
      claims.put(CLAIM, toClaim());
    }
  }

  private List<Map<String, Object>> toClaim() {
    return List.of(
        new AuthorizationDetail.Builder(new AuthorizationType(TYPE))
            .field(CONTEXT, attributes)
            .build()
            .toJSONObject());
  }

  /** The context among the claims of a token, if there is any. */
  public static RunContext read(JsonObject claims) throws InvalidTokenException {
    Optional<List<JsonObject>> details = claims.optionalObjects(CLAIM);
    return details.isEmpty() ? NONE : new RunContext(StringMembers.of(context(details.get())));
  }

  // RFC 9396 section 2: a type defines its members; more than one detail could say two things
  private static JsonObject context(List<JsonObject> details) throws InvalidTokenException {
    if (details.size() != 1) {
      throw new InvalidTokenException(
          "expected 1 of `%s`, found %d".formatted(CLAIM, details.size()));
    }
    JsonObject detail = details.get(0);
    detail.requireText("type", TYPE);
    if (detail.names().size() != 2) {
      throw new InvalidTokenException(
          "expected `type` and `context` alone in `%s`".formatted(CLAIM));
    }
    return detail.object(CONTEXT);
  }
}
