package dev.onbehalf.strategy;

import dev.onbehalf.token.AgentClient;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.jose.CompactToken;
import java.util.function.Function;

/**
 * What a broker or gateway has at hand to pass an admitted call on.
 *
 * @param resource the resource that is called
 * @param action what the call does there
 * @param clients the enrolled clients by name, the point's own among them
 * @param vault the access token for the resource by the login that a user left with the broker
 */
public record Onward(
    String resource,
    String action,
    Function<String, AgentClient> clients,
    Function<String, Refusable<CompactToken>> vault) {}
