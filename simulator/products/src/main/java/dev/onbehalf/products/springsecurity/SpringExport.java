package dev.onbehalf.products.springsecurity;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onbehalf.products.export.ExportFile;
import dev.onbehalf.products.export.Field;
import dev.onbehalf.products.export.Mapping;
import dev.onbehalf.scenario.Resource;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.token.access.Scope;
import dev.onbehalf.token.access.TokenDraft;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Writes two classes for Spring Authorization Server 7.1, with which it issues what a strategy
 * presents: who is registered, and a customizer of tokens with the checks that it lacks.
 */
public final class SpringExport {
  /** Those whose evidence its tokens give, once it makes the checks. */
  private static final List<String> CARRIED =
      List.of(
          "client-id",
          "credential-inheritance",
          "exchange-impersonation",
          "service-account",
          "token-exchange");

  private static final String CLAIMS = "TokenClaims.java";

  private SpringExport() {}

  /** What can't be written, each in a sentence. */
  public static List<String> problems(Mapping point) {
    return point.uncarriedBy("Spring Authorization Server", CARRIED);
  }

  /** The two classes, and which claim of the tokens says what. */
  public static List<ExportFile> files(Mapping point) {
    return List.of(
        new ExportFile("RegisteredClients.java", clients(point)),
        new ExportFile(CLAIMS, claims()),
        point.file(field -> claim(field, point.policies().strategy())));
  }

  private static String claim(Field field, String strategy) {
    return switch (field.kind()) {
      case USER -> "`sub`, where the token isn't an agent's own";
      case PATH -> strategy.equals("token-exchange") ? "`act`, nested" : "`client_id`";
      case CONTEXT -> "no claim: the resource must know it";
      case TARGET -> field.equals(Field.RESOURCE) ? "`aud`" : "what is called";
    };
  }

  /** How to use the files. */
  public static String check(Mapping point) {
    return "put both classes into the application, each as a bean";
  }

  private static String claims() {
    try (InputStream text =
        Objects.requireNonNull(SpringExport.class.getResourceAsStream(CLAIMS + ".txt"))) {
      return new String(text.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String clients(Mapping point) {
    Scenario scenario = point.scenario();
    return """
        import java.util.ArrayList;
        import java.util.List;
        import java.util.Set;
        import org.springframework.core.env.Environment;
        import org.springframework.security.oauth2.core.AuthorizationGrantType;
        import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
        import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
        import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
        import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

        /**
         * What users log in with, and the agents of %s, for %s. Secrets are the
         * properties `login.secret` and `agents.NAME.secret`; `login.redirect-uri` is where users come
         * back to, and `agents.NAME.redirect-uri` where agents log them in.
         */
        public final class RegisteredClients implements RegisteredClientRepository {
          /** Whose tokens are those of users in person. */
          private static final String LOGIN = "%s";

          private static final List<String> AGENTS = List.of(%s);
          private static final Set<String> SCOPES = Set.of(%s);

          private final InMemoryRegisteredClientRepository clients;

          public RegisteredClients(Environment environment) {
            Set<AuthorizationGrantType> code = Set.of(AuthorizationGrantType.AUTHORIZATION_CODE);
            List<RegisteredClient> all = new ArrayList<>();
            all.add(client(LOGIN, "login.", code, environment));
            Set<AuthorizationGrantType> grants = Set.of(%s);
            AGENTS.forEach(agent -> all.add(client(agent, "agents." + agent + ".", grants, environment)));
            clients = new InMemoryRegisteredClientRepository(all);
          }

          private static RegisteredClient client(
              String id, String prefix, Set<AuthorizationGrantType> grants, Environment environment) {
            RegisteredClient.Builder client =
                RegisteredClient.withId(id)
                    .clientId(id)
                    .clientSecret(environment.getRequiredProperty(prefix + "secret"))
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantTypes(all -> all.addAll(grants))
                    .scopes(scopes -> scopes.addAll(SCOPES));
            if (grants.contains(AuthorizationGrantType.AUTHORIZATION_CODE)) {
              client.redirectUri(environment.getRequiredProperty(prefix + "redirect-uri"));
            }
            return client.build();
          }

          @Override
          public void save(RegisteredClient client) {
            clients.save(client);
          }

          @Override
          public RegisteredClient findById(String id) {
            return clients.findById(id);
          }

          @Override
          public RegisteredClient findByClientId(String id) {
            return clients.findByClientId(id);
          }
        }
        """
        .formatted(
            scenario.name(),
            point.policies().strategy(),
            TokenDraft.LOGIN_CLIENT,
            literals(agents(point)),
            literals(scenario.resources().stream().map(Resource::name).map(Scope::of).toList()),
            grants(point.policies().strategy()));
  }

  /** Agents that hold the user's own token ask for none. */
  private static List<String> agents(Mapping point) {
    return point.policies().strategy().equals("credential-inheritance")
        ? List.of()
        : point.scenario().agents();
  }

  /** No more than the strategy takes: whom an agent logs in, it passes for in person elsewhere. */
  private static String grants(String strategy) {
    return switch (strategy) {
      case "client-id" -> "AuthorizationGrantType.AUTHORIZATION_CODE";
      case "service-account" -> "AuthorizationGrantType.CLIENT_CREDENTIALS";
      default -> "AuthorizationGrantType.CLIENT_CREDENTIALS, AuthorizationGrantType.TOKEN_EXCHANGE";
    };
  }

  /** Names have neither quotes nor backslashes in them. */
  private static String literals(List<String> names) {
    return names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
  }
}
