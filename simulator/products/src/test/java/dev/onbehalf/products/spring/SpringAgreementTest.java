package dev.onbehalf.products.spring;

import dev.onbehalf.products.profile.Profile;
import dev.onbehalf.products.profile.ProfileAgreement;
import dev.onbehalf.products.profile.Profiles;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Target;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.access.Scope;
import dev.onbehalf.token.jose.InvalidTokenException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Resources learn and decide from the tokens of Spring Authorization Server what its profile says,
 * request by request, whatever callers try: with the three checks, what they do from ours.
 */
final class SpringAgreementTest {
  private static final List<String> PROFILES = List.of("spring-7", "spring-7-checked");

  static Stream<Arguments> cases() throws Exception {
    return ProfileAgreement.scenarios().stream()
        .flatMap(file -> PROFILES.stream().map(profile -> Arguments.of(profile, file)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void scenario_isAnsweredAsTheProfileSays(String name, Path file) throws Exception {
    Profile profile = Profiles.named(name).orElseThrow();
    Scenario scenario = ProfileAgreement.read(file);
    SpringServer server = SharedServers.of(name);
    for (Target target : scenario.targets()) {
      server.parties().allow(Scope.of(target.resource()));
      server.parties().allow(Scope.of(target.resource(), target.action()));
    }
    new ProfileAgreement(profile, scenario).check(strategy -> tokenService(server));
  }

  private static TokenService tokenService(SpringServer server) {
    try {
      return TokenService.before(
          server.issuer().toString(), new HttpTokens(server), Clock.systemUTC());
    } catch (InvalidTokenException e) {
      throw new IllegalStateException(e);
    }
  }
}
