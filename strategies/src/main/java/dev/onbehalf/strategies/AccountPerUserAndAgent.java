package dev.onbehalf.strategies;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Machinery;
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
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Each agent has an account for each user, whose name tells both apart as the path of a SPIFFE ID
 * does (SPIFFE-ID section 2.2), and calls with its client credentials (RFC 6749 section 4.4).
 */
public final class AccountPerUserAndAgent implements CredentialStrategy {
  // no legal name starts with a slash, and an encoded one holds none
  private static final Pattern ACCOUNT = Pattern.compile("/user/([^/]+)/agent/([^/]+)");

  @Override
  public About about() {
    return About.of(
            AccountPerUserAndAgent.class,
            "the agent calls with an account that it has for this user alone")
        .specifiedBy("RFC 6749 section 4.4, SPIFFE-ID section 2.2")
        .usedBy(
            "register an account for each user and agent, and obtain its token at the token"
                + " endpoint with grant_type client_credentials",
            "at the resource decide by the account, which stands for both; remove it when"
                + " either leaves")
        .needing(Machinery.AGENT_CLIENTS, Machinery.AGENT_AWARE_RESOURCES)
        .proving(Proof.of(Attributes.USER, Attributes.AGENT))
        .cachedBy(CacheKey.USER, CacheKey.AGENT, CacheKey.RESOURCE);
  }

  @Override
  public void enrol(Population population, Registrar registrar) {
    population.registerUsers(registrar);
    BiConsumer<String, String> register =
        (user, agent) -> registrar.registerClient(account(user, agent));
    population.forEachUserAndAgent(register);
    population.forNobodyAndEachAgent(register);
  }

  @Override
  public Refusable<Credentials> obtain(Call call) {
    String account = account(call.user().user(), call.presenterName());
    return call.clients().apply(account).accessToken(call.resource()).map(Credentials::bearer);
  }

  @Override
  public Evidence read(VerifiedPresentation presentation) {
    return presentation.token().map(AccountPerUserAndAgent::read).orElse(Evidence.none());
  }

  private static Evidence read(VerifiedToken token) {
    Matcher account = ACCOUNT.matcher(token.subject());
    return account.matches()
        ? evidence(decode(account.group(1)), decode(account.group(2)))
        : evidence(token.subject(), Attributes.DIRECTLY);
  }

  private static Evidence evidence(String user, String agent) {
    return Evidence.none().verified(Attributes.USER, user).verified(Attributes.AGENT, agent);
  }

  private static String account(String user, String agent) {
    return "/user/" + encode(user) + "/agent/" + encode(agent);
  }

  private static String encode(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8);
  }

  private static String decode(String part) {
    return URLDecoder.decode(part, StandardCharsets.UTF_8);
  }
}
