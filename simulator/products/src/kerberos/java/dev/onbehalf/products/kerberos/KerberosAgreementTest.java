package dev.onbehalf.products.kerberos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.authz.Answer;
import dev.onbehalf.authz.Decision;
import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.products.kerberos.KerberosProcess.Sent;
import dev.onbehalf.products.profile.ProfileAgreement;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Resource;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Truth;
import dev.onbehalf.simulation.live.Callers;
import dev.onbehalf.simulation.live.DecisionPoints;
import dev.onbehalf.simulation.live.EnforcementPoint;
import dev.onbehalf.simulation.live.Examiner;
import dev.onbehalf.simulation.live.Passage;
import dev.onbehalf.simulation.live.Probe;
import dev.onbehalf.simulation.live.SimulationSettings;
import dev.onbehalf.simulation.live.Visit;
import dev.onbehalf.strategies.ConstrainedDelegation;
import dev.onbehalf.strategies.ExchangeImpersonation;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Part;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.strategy.VerifiedPresentation;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.kerberos.TicketVerifier;
import dev.onbehalf.token.registry.Registration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The embedded KDC and MIT's agree on all scenarios, request by request: on who gets a ticket, on
 * what the resource learns from it, and on what it decides.
 */
final class KerberosAgreementTest {
  @TempDir private static Path folder;
  private static final List<Scenario> SCENARIOS = new ArrayList<>();
  private static MitRealm realm;
  private static KerberosProcess parties;

  @BeforeAll
  static void start() throws Exception {
    for (Path file : ProfileAgreement.scenarios()) {
      SCENARIOS.add(ProfileAgreement.read(file));
    }
    Set<String> users = new TreeSet<>();
    Set<String> services = new TreeSet<>();
    for (Scenario scenario : SCENARIOS) {
      users.addAll(scenario.users());
      services.addAll(scenario.agents());
      scenario.resources().stream().map(Resource::name).forEach(services::add);
    }
    realm = new MitRealm(folder);
    realm.add(List.copyOf(users), List.copyOf(services));
    parties = new KerberosProcess(realm.settings(), realm.keytab(), realm, List.copyOf(users));
  }

  @AfterAll
  static void stop() {
    parties.close();
    realm.close();
  }

  /** Everybody may delegate to everybody, as the strategy has it. */
  @Test
  void resources_learnAndDecideTheSame() throws IOException {
    int requests = 0;
    int permitted = 0;
    for (Scenario scenario : SCENARIOS) {
      Sides sides = new Sides(scenario);
      realm.allow(sides.allTargets());
      for (Request request : scenario.requests().toList()) {
        requests++;
        permitted += sides.check(request) ? 1 : 0;
      }
    }
    System.out.println(
        "embedded KDC and MIT's agree on %d requests, %d of them permitted"
            .formatted(requests, permitted));
    assertTrue(requests > 100 && permitted > 50, () -> "too few requests");
  }

  /** Agents may delegate where some policy lets them act, and nowhere else. */
  @Test
  void lists_refuseTheSame() throws IOException {
    int refused = 0;
    int granted = 0;
    for (Scenario scenario : SCENARIOS) {
      Sides sides = new Sides(scenario);
      Map<String, List<String>> targets = sides.permittedTargets();
      realm.allow(targets);
      sides.withdrawAllBut(targets);
      for (Request request : sides.oncePerTicket()) {
        boolean got = sides.isGranted(request);
        granted += got ? 1 : 0;
        refused += got ? 0 : 1;
      }
    }
    System.out.println(
        "with lists from policies both issue %d tickets and refuse %d".formatted(granted, refused));
    assertTrue(refused > 0 && granted > 0, () -> "nothing was refused, or everything");
  }

  /** One scenario before both KDCs. */
  private static final class Sides {
    private final Scenario scenario;
    private final CredentialStrategy strategy;
    private final TokenService service;
    private final Callers callers;
    private final Passage ours;
    private final Passage theirs;
    private final DecisionPoints decisionPoints;
    private final Map<String, TicketVerifier> verifiers = new HashMap<>();
    private final CredentialStrategy impersonation = new ExchangeImpersonation();
    private final Callers impersonating;
    private final Passage impersonated;

    Sides(Scenario scenario) {
      this.scenario = scenario;
      SimulationSettings settings = SimulationSettings.byDefault();
      strategy = Probe.observed(new ConstrainedDelegation(), settings.tokenService(), scenario);
      service = settings.tokenService();
      callers = new Callers(strategy, Callers.population(scenario), service, scenario.contexts());
      ours = new Passage(strategy, service, new EnforcementPoint(strategy, service));
      Examiner examiner = (point, presentation, target) -> real(presentation, target.resource());
      theirs = new Passage(strategy, service, examiner);
      decisionPoints = new DecisionPoints(scenario, strategy.about().proof());
      TokenService other = settings.tokenService();
      impersonating =
          new Callers(impersonation, Callers.population(scenario), other, scenario.contexts());
      impersonated = new Passage(impersonation, other, new EnforcementPoint(impersonation, other));
    }

    /** The strategy reads what the verifier finds in MIT's ticket, with the key of the keytab. */
    private Refusable<Examiner.Examined> real(Presentation presentation, String resource) {
      try {
        Part.Ticket ticket = (Part.Ticket) presentation.parts().get(0);
        Part.Authenticator proof = (Part.Authenticator) presentation.parts().get(1);
        VerifiedPresentation verified =
            new VerifiedPresentation(
                Point.RESOURCE,
                presentation,
                List.of(
                    verifiers
                        .computeIfAbsent(
                            resource,
                            any -> TicketVerifier.of(any, realm.key(any), Clock.systemUTC()))
                        .verify(ticket.ticket(), proof.authenticator())),
                new TreeMap<>());
        return Refusable.of(new Examiner.Examined(verified, strategy.read(verified)));
      } catch (InvalidTokenException e) {
        return Refusable.refused("invalid_token", String.valueOf(e.getMessage()));
      }
    }

    /** Requires that both sides agree, and says whether the request is permitted. */
    boolean check(Request request) {
      Sent sent = sent(request);
      if (!isGranted(request, sent)) {
        return false;
      }
      List<Visit> expected =
          walk(ours, callers.credentials(request).presentation(), request).orElseThrow();
      List<Visit> found = walk(theirs, sent.presentation(), request).orElseThrow();
      assertEquals(expected, found, request::sentence);
      assertEquals(answers(expected, request), answers(found, request), request::sentence);
      assertEquals(
          walk(impersonated, impersonating.credentials(request).presentation(), request)
              .orElseThrow()
              .get(0)
              .evidence()
              .verified()
              .get(Attributes.USER),
          sent.source(),
          request::sentence);
      return answers(found, request).stream()
          .allMatch(answer -> answer.decision() == Decision.PERMIT);
    }

    private Refusable<List<Visit>> walk(
        Passage passage, Presentation presentation, Request request) {
      return passage.walk(
          Point.RESOURCE, presentation, request.target(), callers.state(request), visit -> true);
    }

    private List<Answer> answers(List<Visit> visits, Request request) {
      return decisionPoints.answers(visits, request.target());
    }

    private static Sent sent(Request request) {
      return request.isForNobody()
          ? parties.claim(request.user(), request.via().get(0), request.resource())
          : parties.call(request.user(), request.via(), request.resource());
    }

    boolean isGranted(Request request) {
      return isGranted(request, sent(request));
    }

    private boolean isGranted(Request request, Sent sent) {
      boolean granted = callers.obtained(request).credentials().toOptional().isPresent();
      assertEquals(granted, !sent.isRefused(), () -> request.sentence() + ": " + sent.refusal());
      return granted;
    }

    /** One request for each user, path and resource: tickets tell no more. */
    List<Request> oncePerTicket() {
      Map<List<Object>, Request> first = new LinkedHashMap<>();
      scenario
          .requests()
          .forEach(
              request ->
                  first.putIfAbsent(
                      List.of(request.user(), request.via(), request.resource()), request));
      return List.copyOf(first.values());
    }

    Map<String, List<String>> allTargets() {
      Map<String, List<String>> targets = new TreeMap<>();
      for (String agent : scenario.agents()) {
        targets.put(
            agent,
            Stream.concat(
                    scenario.agents().stream().filter(next -> !next.equals(agent)),
                    scenario.resources().stream().map(Resource::name))
                .toList());
      }
      return targets;
    }

    Map<String, List<String>> permittedTargets() {
      Map<String, List<String>> targets = new TreeMap<>();
      scenario.agents().forEach(agent -> targets.put(agent, new ArrayList<>()));
      scenario
          .requests()
          .filter(request -> !request.isDirect() && scenario.truth(request) == Truth.PERMITTED)
          .forEach(request -> addSteps(targets, request));
      return targets;
    }

    private static void addSteps(Map<String, List<String>> targets, Request request) {
      List<String> steps = new ArrayList<>(request.via());
      steps.add(request.resource());
      for (int i = 0; i + 1 < steps.size(); i++) {
        List<String> services = targets.get(steps.get(i));
        if (!services.contains(steps.get(i + 1))) {
          services.add(steps.get(i + 1));
        }
      }
    }

    void withdrawAllBut(Map<String, List<String>> targets) {
      allTargets()
          .forEach(
              (agent, services) ->
                  services.stream()
                      .filter(target -> !targets.get(agent).contains(target))
                      .map(target -> List.of(agent, target))
                      .map(names -> new Registration(Registration.Kind.DELEGATION_TARGET, names))
                      .forEach(service::withdraw));
    }
  }
}
