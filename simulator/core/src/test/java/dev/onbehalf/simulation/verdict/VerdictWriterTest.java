package dev.onbehalf.simulation.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.scenario.Effect;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.simulation.result.Growth;
import dev.onbehalf.simulation.result.Need;
import dev.onbehalf.simulation.result.OnBehalfOf;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.Cost;
import dev.onbehalf.simulation.result.SimulationResult.LiveCounts;
import dev.onbehalf.simulation.result.SimulationResult.PolicyFacts;
import dev.onbehalf.simulation.result.SimulationResult.PolicyScore;
import dev.onbehalf.simulation.result.SimulationResult.RequestCounts;
import dev.onbehalf.simulation.result.SimulationResult.Standing;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.result.SimulationResult.Verdict;
import dev.onbehalf.simulation.result.SimulationResult.Witness;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** One sentence says what to use and why, and names what rules out the cheaper strategies. */
final class VerdictWriterTest {
  private static final List<String> BOTH = List.of("user", "agent");

  @Test
  void oneCheaperStrategy_isRuledOutByName() {
    assertEquals(
        "use exchange: it is the cheapest strategy that enforces all 3 policies, because it proves"
            + " user and agent together; whatever the strategy, one point must see user and agent"
            + " together; inheritance can't enforce p1 and p3 (s.yaml:11 and 13)",
        summary(strategy("inheritance", "✗✓✗"), strategy("exchange", "✓✓✓")));
  }

  @Test
  void strategyThatOnlyHonestCallersRespect_isSaidToTakeThem() {
    assertEquals(
        "use exchange: it is the cheapest strategy that enforces all 3 policies, because it proves"
            + " user and agent together; whatever the strategy, one point must see user and agent"
            + " together; header enforces p2 (s.yaml:12) only if callers are honest",
        summary(strategy("header", "✓!✓"), strategy("exchange", "✓✓✓")));
  }

  @Test
  void manyCheaperStrategies_areTheCheapestTheClosestAndACount() {
    Verdict verdict =
        verdict(
            strategy("inheritance", "✗✓✗"),
            strategy("account", "✗✗✗"),
            strategy("header", "✓!!"),
            strategy("certificate", "✓✓!"),
            strategy("impersonation", "✗✓✗"),
            strategy("exchange", "✓✓✓"),
            strategy("chain", "✓✓✓"));
    assertEquals(
        "use exchange: it is the cheapest strategy that enforces all 3 policies, because it proves"
            + " user and agent together; whatever the strategy, one point must see user and agent"
            + " together; inheritance can't enforce p1 and p3 (s.yaml:11 and 13), certificate"
            + " enforces p3 (s.yaml:13) only if callers are honest, and 3 other cheaper ones fall"
            + " short",
        verdict.summary());
    assertEquals(
        List.of("inheritance", "account", "header", "certificate", "impersonation"),
        verdict.ruledOut().stream().map(SimulationResult.RuledOut::strategy).toList());
  }

  @Test
  void threeCheaperStrategies_leaveOneMore() {
    assertEquals(
        "use exchange: it is the cheapest strategy that enforces all 3 policies, because it proves"
            + " user and agent together; whatever the strategy, one point must see user and agent"
            + " together; a can't enforce p1 (s.yaml:11), b can't enforce p2 (s.yaml:12), and 1"
            + " other cheaper one falls short",
        summary(
            strategy("a", "✗✓✓"),
            strategy("b", "✓✗✓"),
            strategy("c", "✗✗✗"),
            strategy("exchange", "✓✓✓")));
  }

  @Test
  void twoCheaperStrategies_areBothNamed() {
    assertEquals(
        "use exchange: it is the cheapest strategy that enforces all 3 policies, because it proves"
            + " user and agent together; whatever the strategy, one point must see user and agent"
            + " together; a can't enforce p1 (s.yaml:11), b can't enforce p2 (s.yaml:12)",
        summary(strategy("a", "✗✓✓"), strategy("b", "✓✗✓"), strategy("exchange", "✓✓✓")));
  }

  @Test
  void equallyClose_theCheapestIsNamed() {
    assertEquals(
        "use exchange: it is the cheapest strategy that enforces all 3 policies, because it proves"
            + " user and agent together; whatever the strategy, one point must see user and agent"
            + " together; a can't enforce p1 (s.yaml:11), b can't enforce p2 (s.yaml:12), and 1"
            + " other cheaper one falls short",
        summary(
            strategy("a", "✗✓✓"),
            strategy("b", "✓✗✓"),
            strategy("c", "✓✓✗"),
            strategy("exchange", "✓✓✓")));
    assertEquals(
        "no strategy enforces all 3 policies; a comes closest with 2 and can't enforce p1"
            + " (s.yaml:11), which takes knowing the path; whatever the strategy, one point must"
            + " see user and agent together",
        summary(strategy("a", "✗✓✓"), strategy("b", "✓✓✗")));
  }

  @Test
  void fourPoliciesThatFail_areNamed_andOfFiveThree() {
    assertEquals(
        "no strategy enforces all 5 policies; a comes closest with 1 and can't enforce p1, p2, p3"
            + " and p4 (s.yaml:11, 12, 13 and 14), which takes knowing the path; whatever the"
            + " strategy, one point must see user and agent together",
        summary(strategy("a", "✗✗✗✗✓")));
    assertEquals(
        "no strategy enforces all 5 policies; a comes closest with 0 and can't enforce p1, p2, p3"
            + " and 2 more (s.yaml:11, 12 and 13), which takes knowing the path; whatever the"
            + " strategy, one point must see user and agent together",
        summary(strategy("a", "✗✗✗✗✗")));
  }

  @Test
  void contextThatNoCheaperStrategyMisses_isNotNamed() {
    assertEquals(
        "use transaction: it is the cheapest strategy that enforces all 3 policies, because it"
            + " proves user and agent together; whatever the strategy, one point must see user and"
            + " agent together; exchange can't enforce p1 (s.yaml:11)",
        summary(
            strategy("exchange", "✗✓✓"),
            strategy("transaction", "✓✓✓", List.of("user", "agent", "context"))));
  }

  @Test
  void contextThatACheaperStrategyMisses_isNamed() {
    assertEquals(
        "use transaction: it is the cheapest strategy that enforces all 3 policies, because it"
            + " proves user, agent and the context of the call together; whatever the strategy, one"
            + " point must see user and agent together; exchange can't enforce p1 (s.yaml:11)",
        summary(
            strategy("exchange", "c✓✓"),
            strategy("transaction", "✓✓✓", List.of("user", "agent", "context"))));
  }

  @Test
  void contextThatIsProvedWithoutTheAgent_isNamedAlone() {
    assertEquals(
        "use transaction: it is the cheapest strategy that enforces all 3 policies, because it"
            + " proves the context of the call; none of them needs to know user and agent together;"
            + " inheritance can't enforce p1 (s.yaml:11)",
        summary(
            Need.USER,
            strategy("inheritance", "c✓✓", List.of("user")),
            strategy("transaction", "✓✓✓", List.of("user", "context"))));
  }

  @Test
  void strategyThatProvesUserOrAgentAlone_saysThatNoPolicyNeedsBoth() {
    assertEquals(
        "use inheritance: of the 1 that was run, it enforces all 3 policies; none of them"
            + " needs to know user and agent together",
        summary(Need.USER, strategy("inheritance", "✓✓✓", List.of("user"))));
  }

  @Test
  void dearerStrategyThatDecidesNowhereOnBoth_isNamedWhereNothingMustBeJoined() {
    Verdict verdict =
        verdict(
            Need.TWO_CHECKS,
            strategy("exchange", "✓✓✓"),
            strategy("two-gates", "✓✓✓", List.of("user")));
    assertEquals(
        "use exchange: it is the cheapest strategy that enforces all 3 policies, because it proves"
            + " user and agent together; on-behalf-of isn't required: two-gates enforces as much"
            + " and decides nowhere on both",
        verdict.summary());
    assertEquals(Optional.of("two-gates"), verdict.withoutJointEvidence());
    assertEquals(OnBehalfOf.NOT_REQUIRED, verdict.onBehalfOf());
  }

  @Test
  void doorThatOnlyAgentsPass_isSaidToBeRequiredInstead() {
    Verdict verdict =
        verdict(
            Need.GATED,
            strategy("inheritance", "✗✓✗", List.of("user")),
            strategy("exchange", "✓✓✓"));
    assertEquals(
        "use exchange: it is the cheapest strategy that enforces all 3 policies, because it proves"
            + " user and agent together; on-behalf-of isn't required, a door that only agents pass"
            + " is; inheritance can't enforce p1 and p3 (s.yaml:11 and 13)",
        verdict.summary());
    assertEquals(Optional.empty(), verdict.withoutJointEvidence());
    assertEquals(OnBehalfOf.NOT_REQUIRED, verdict.onBehalfOf());
  }

  // required is what no two checks apart can replace, whatever the strategies
  @ParameterizedTest
  @EnumSource
  void onBehalfOf_isRequiredByTheNeedAlone(Need need) {
    for (Verdict verdict :
        List.of(
            verdict(need),
            verdict(need, strategy("inheritance", "✗✓✗", List.of("user"))),
            verdict(need, strategy("exchange", "✓✓✓")))) {
      assertEquals(need, verdict.needs());
      assertEquals(
          need == Need.JOINT ? OnBehalfOf.REQUIRED : OnBehalfOf.NOT_REQUIRED, verdict.onBehalfOf());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "h✓✓ | no strategy that decides nowhere on both makes a check of the whole path",
        "c✓✓ | no strategy that decides nowhere on both makes a check of the context",
        "✗✓✓ | no strategy that decides nowhere on both makes all the checks that it takes",
      })
  void checkThatNoSeparateStrategyMakes_isNamed(String marks, String sentence) {
    String summary =
        summary(
            Need.TWO_CHECKS,
            strategy("inheritance", marks, List.of("user")),
            strategy("chain", "✓✓✓"));
    assertEquals(
        "use chain: it is the cheapest strategy that enforces all 3 policies, because it proves"
            + " user and agent together; on-behalf-of isn't required, but "
            + sentence
            + "; inheritance can't enforce p1 (s.yaml:11)",
        summary);
  }

  @Test
  void runWithoutAnySeparateStrategy_keepsTheTheorem() {
    assertEquals(
        "use exchange: of the 1 that was run, it enforces all 3 policies, because it proves"
            + " user and agent together; on-behalf-of isn't required, but no strategy of this run"
            + " does without",
        summary(Need.USER, strategy("exchange", "✓✓✓")));
  }

  @Test
  void strategyThatBelievesUnsignedWords_isSaidToShowAndNotToProve() {
    assertEquals(
        "use header: of the 1 that was run, it enforces all 3 policies, because it shows"
            + " user and agent together; whatever the strategy, one point must see user and agent"
            + " together",
        summary(strategy("header", "✓✓✓", BOTH, List.of("agent"))));
  }

  @Test
  void nothingThatSuffices_namesTheClosestAndWhatItLacks() {
    assertEquals(
        "no strategy enforces all 3 policies; exchange comes closest with 2 and can't enforce p1"
            + " (s.yaml:11), which takes knowing the context attribute mode; whatever the strategy,"
            + " one point must see user and agent together",
        summary(strategy("inheritance", "✗✓✗"), strategy("exchange", "c✓✓")));
  }

  @Test
  void failingPolicy_withoutAWitness_isNamedAllTheSame() {
    assertEquals(
        "no strategy enforces all 3 policies; inheritance comes closest with 1 and can't enforce p1"
            + " and p3 (s.yaml:11 and 13), which takes knowing the path; whatever the strategy, one"
            + " point must see user and agent together",
        summary(strategy("inheritance", "?✓✗")));
  }

  @Test
  void strategyThatIsRuledOut_isNotRecommended_andSaidToBeRuledOut() {
    Verdict verdict =
        verdict(
            ruledOut("certificate", "✓✓✓", "mutual-tls", "pass-user-tokens"),
            strategy("exchange", "✓✓✓"));
    assertEquals(Optional.of("exchange"), verdict.recommended());
    assertEquals(
        "use exchange: it is the cheapest strategy that isn't ruled out and enforces all 3"
            + " policies, because it proves user and agent together; whatever the strategy, one"
            + " point must see user and agent together; certificate is ruled out by mutual-tls and"
            + " pass-user-tokens",
        verdict.summary());
  }

  @Test
  void strategyThatFallsShort_isSaidTo_whetherItIsRuledOutOrNot() {
    assertEquals(
        "use exchange: it is the cheapest strategy that enforces all 3 policies, because it proves"
            + " user and agent together; whatever the strategy, one point must see user and agent"
            + " together; inheritance can't enforce p1 (s.yaml:11)",
        summary(ruledOut("inheritance", "✗✓✓", "pass-user-tokens"), strategy("exchange", "✓✓✓")));
  }

  @Test
  void nothingButWhatIsRuledOutSuffices_namesTheClosestOfTheOthers() {
    Verdict verdict = verdict(ruledOut("certificate", "✓✓✓", "mutual-tls"), strategy("a", "✓✗✓"));
    assertEquals(Optional.empty(), verdict.recommended());
    assertEquals(
        "no strategy that isn't ruled out enforces all 3 policies; a comes closest with 2 and can't"
            + " enforce p2 (s.yaml:12), which takes knowing the path; whatever the strategy, one"
            + " point must see user and agent together",
        verdict.summary());
  }

  @Test
  void everyStrategyRuledOut_isSaid() {
    assertEquals(
        "every strategy is ruled out; whatever the strategy, one point must see user and agent"
            + " together",
        summary(ruledOut("certificate", "✓✓✓", "mutual-tls")));
  }

  private static String summary(StrategyResult... strategies) {
    return verdict(strategies).summary();
  }

  private static String summary(Need needs, StrategyResult... strategies) {
    return verdict(needs, strategies).summary();
  }

  @Test
  void separateStrategyWhereOnePointMustSeeBoth_isSaidToCheckAtTheResource() {
    assertEquals(
        "use user-alone: of the 1 that was run, it enforces all 3 policies; on-behalf-of is"
            + " required where users are checked before the resource; user-alone checks them at the"
            + " resource, which knows more",
        verdict(strategy("user-alone", "✓✓✓", List.of("user"))).summary());
  }

  private static Verdict verdict(StrategyResult... strategies) {
    return verdict(Need.JOINT, strategies);
  }

  private static Verdict verdict(Need needs, StrategyResult... strategies) {
    List<PolicyFacts> policies =
        IntStream.rangeClosed(1, Stream.of(strategies).mapToInt(StrategyResult::of).max().orElse(3))
            .mapToObj(
                i -> new PolicyFacts("p" + i, 10 + i, "", Optional.empty(), Effect.MAY, 1, false))
            .toList();
    return new VerdictWriter(policies, "s.yaml", needs).verdict(List.of(strategies));
  }

  private static StrategyResult strategy(String name, String marks) {
    return strategy(name, marks, BOTH);
  }

  /**
   * A mark for each policy: ✓ withstands, ! if honest, ✗ for want of the agent, h of the agents
   * before it, c of the context, ? without a witness.
   */
  private static StrategyResult strategy(String name, String marks, List<String> proves) {
    return strategy(name, marks, proves, List.of());
  }

  private static StrategyResult strategy(
      String name, String marks, List<String> proves, List<String> believes) {
    return strategy(name, marks, proves, believes, List.of());
  }

  private static StrategyResult ruledOut(String name, String marks, String... words) {
    return strategy(name, marks, BOTH, List.of(), List.of(words));
  }

  private static StrategyResult strategy(
      String name,
      String marks,
      List<String> proves,
      List<String> believes,
      List<String> ruledOutBy) {
    List<PolicyScore> scores =
        IntStream.range(0, marks.length()).mapToObj(i -> score(i + 1, marks.charAt(i))).toList();
    return new StrategyResult(
        name,
        proves,
        proves,
        proves.containsAll(BOTH),
        List.of(),
        believes,
        List.of(),
        ruledOutBy,
        (int) scores.stream().filter(PolicyScore::enforced).count(),
        (int) scores.stream().filter(PolicyScore::withstands).count(),
        scores.size(),
        scores,
        new RequestCounts(1, 0, 0, 0, 0),
        new LiveCounts(1, 1, 1, 1, 0, true),
        new Cost(0, 0, 0, 0, List.of(), standing(), Optional.empty()),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static PolicyScore score(int policy, char mark) {
    return new PolicyScore(
        "p" + policy,
        mark == '✓' || mark == '!',
        mark == '✓',
        List.of(),
        mark == '✓' || mark == '?' ? Optional.empty() : Optional.of(witness(mark)));
  }

  private static Standing standing() {
    return new Standing(1, new TreeMap<>(), Growth.ADDITIVE, 0, Optional.empty(), 0, 0, 0);
  }

  private static Witness witness(char mark) {
    return new Witness(
        new TreeMap<>(),
        switch (mark) {
          case 'c' -> request(List.of("bot"), "attended");
          case 'h' -> request(List.of("ada", "bot"), "attended");
          default -> request(List.of(), "attended");
        },
        request(List.of("bot"), mark == 'c' ? "batch" : "attended"),
        List.of(),
        false,
        List.of(),
        List.of(),
        List.of(),
        "");
  }

  private static Request request(List<String> via, String mode) {
    TreeMap<String, String> context = new TreeMap<>();
    context.put("mode", mode);
    return new Request("ann", via, "disk", "use", context);
  }
}
