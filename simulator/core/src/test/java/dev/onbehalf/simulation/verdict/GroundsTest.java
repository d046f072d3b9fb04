package dev.onbehalf.simulation.verdict;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.scenario.DefaultEffect;
import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.reading.ScenarioReader;
import dev.onbehalf.simulation.result.Ground;
import dev.onbehalf.simulation.result.Growth;
import dev.onbehalf.simulation.score.TruthTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a verdict is said to rest on follows from what would suffice in changed scenarios. */
final class GroundsTest {
  /** In the order of cost; the second is recommended. */
  private static final List<Rival> RIVALS =
      List.of(rival("light", false, 0), rival("middle", true, 1), rival("heavy", true, 2));

  private static Rival rival(String name, boolean suffices, int pieces, String... ruledOutBy) {
    return new Rival(
        name,
        suffices,
        List.of(ruledOutBy),
        new PlaceInOrder(Growth.ADDITIVE, pieces, false, 0, 0, 0, false, name));
  }

  private static final String FOUR =
      """
      scenario: four
      users: [ann, bob]
      agents: [ada, bot, cat]
      chains: [[ada, bot], [cat, bot], [ada, cat]]
      resources: [disk]
      policies:
        - ann MAY use disk via ada then bot
        - bob MAY use disk only via bot
        - {say: ann MAY use disk directly, id: read-only}
        - {say: bob MAY use disk directly, id: read}
      """;

  /** Suffices where the predicate says so of a strategy and a scenario; notes what is asked. */
  private static final class Told implements Alternatives {
    private final Scenario scenario;
    private final BiPredicate<String, Scenario> suffices;
    private final int mostNamed;
    private int left;

    Told(Scenario scenario, BiPredicate<String, Scenario> suffices, int mostNamed, int most) {
      this.scenario = scenario;
      this.suffices = suffices;
      this.mostNamed = mostNamed;
      left = most;
    }

    @Override
    public Optional<IntPredicate> in(Scenario changed) {
      return left-- > 0
          ? Optional.of(position -> suffices.test(RIVALS.get(position).name(), changed))
          : Optional.empty();
    }

    @Override
    public Optional<IntPredicate> without(List<Integer> policies) {
      return in(scenario.without(policies));
    }

    @Override
    public int mostNamed() {
      return mostNamed;
    }
  }

  private static final int MANY = 1_000;

  /** The grounds where a strategy suffices in changed scenarios as the predicate says. */
  private static List<Ground> grounds(String yaml, BiPredicate<String, Scenario> suffices) {
    Scenario scenario = read(yaml);
    return new Sensitivity(scenario, RIVALS, new Told(scenario, suffices, MANY, MANY)).grounds();
  }

  private static Scenario read(String yaml) {
    try {
      return ScenarioReader.read("grounds.yaml", yaml.getBytes(UTF_8));
    } catch (InvalidScenarioException e) {
      throw new AssertionError(yaml, e);
    }
  }

  private static List<String> sentences(List<Ground> grounds) {
    return grounds.stream().map(Ground::sentence).toList();
  }

  /** Whether the scenario has the policies of all these sentences. */
  private static boolean has(Scenario scenario, String... ids) {
    return Set.copyOf(scenario.policies().stream().map(Policy::id).toList())
        .containsAll(List.of(ids));
  }

  /** What is so of every scenario as long as nothing is said of it. */
  private static boolean usual(String name) {
    return !name.equals("light");
  }

  @Test
  void nothingThatMatters_isNoGround() {
    assertEquals(List.of(), grounds(FOUR, (name, changed) -> usual(name)));
  }

  @Test
  void sentence_thatRulesOutWhatIsCheaper_isBlamed() {
    assertEquals(
        List.of(
            new Ground(
                Ground.Kind.POLICY,
                List.of("p1"),
                Optional.of("light"),
                "because of p1 alone: without it, light suffices")),
        grounds(FOUR, (name, changed) -> usual(name) || !has(changed, "p1")));
  }

  @Test
  void sentence_thatLetsWhatIsCheapSuffice_isThanked() {
    assertEquals(
        List.of(
            new Ground(
                Ground.Kind.POLICY,
                List.of("read"),
                Optional.of("heavy"),
                "thanks to read alone: without it, it takes heavy")),
        grounds(
            FOUR,
            (name, changed) -> name.equals("heavy") || (usual(name) && has(changed, "read"))));
    assertEquals(
        List.of("thanks to read alone: without it, no strategy suffices"),
        sentences(grounds(FOUR, (name, changed) -> usual(name) && has(changed, "read"))));
  }

  @Test
  void sentencesOfTheSameEffect_areSaidTogether() {
    assertEquals(
        List.of(
            "because of p1 and read-only: without either, light suffices",
            "thanks to read alone: without it, no strategy suffices"),
        sentences(
            grounds(
                FOUR,
                (name, changed) ->
                    has(changed, "read")
                        && (usual(name) || !has(changed, "p1") || !has(changed, "read-only")))));
    assertEquals(
        List.of("because of p1, p2, read-only and read: without any one of them, light suffices"),
        sentences(
            grounds(
                FOUR,
                (name, changed) ->
                    usual(name) || !has(changed, "p1", "p2", "p2-only", "read-only", "read"))));
  }

  @Test
  void moreSentencesThanAreNamed_areCounted() {
    Scenario scenario = read(FOUR);
    BiPredicate<String, Scenario> eachMatters =
        (name, changed) -> usual(name) || !has(changed, "p1", "p2", "p2-only", "read-only", "read");
    assertEquals(
        List.of("because of p1 and 3 more: without any one of them, light suffices"),
        sentences(
            new Sensitivity(scenario, RIVALS, new Told(scenario, eachMatters, 2, MANY)).grounds()));
    assertEquals(
        List.of("because of p1, p2, read-only and read: without any one of them, light suffices"),
        sentences(
            new Sensitivity(scenario, RIVALS, new Told(scenario, eachMatters, 4, MANY)).grounds()));
  }

  @Test
  void sentenceWithOnly_isLeftOutWithBothOfItsPolicies() {
    assertEquals(
        List.of("because of p2 alone: without it, light suffices"),
        sentences(
            grounds(
                FOUR,
                (name, changed) ->
                    usual(name) || (!has(changed, "p2") && !has(changed, "p2-only")))));
    assertEquals(
        List.of(),
        grounds(
            FOUR,
            (name, changed) -> usual(name) || (!has(changed, "p2") && has(changed, "p2-only"))));
  }

  @Test
  void singleSentence_isNeverLeftOut() {
    String one =
        """
        scenario: one
        users: [ann]
        agents: [ada]
        resources: [disk]
        policies: [ann MAY use disk only via ada]
        """;
    Scenario scenario = read(one);
    assertEquals(List.of(), grounds(one, (name, changed) -> usual(name) || !has(changed, "p1")));
    assertEquals(
        List.of(),
        new Sensitivity(
                scenario, RIVALS, new Told(scenario, (name, changed) -> usual(name), MANY, 1))
            .grounds());
  }

  @Test
  void otherDefault_isAGround() {
    assertEquals(
        List.of(
            new Ground(
                Ground.Kind.DEFAULT,
                List.of("unspecified"),
                Optional.of("light"),
                "rests on the default: with `default: unspecified`, light suffices")),
        grounds(
            FOUR,
            (name, changed) ->
                usual(name) || changed.defaultEffect() == DefaultEffect.UNSPECIFIED));
    assertEquals(
        List.of("rests on the default: with `default: deny`, it takes heavy"),
        sentences(
            grounds(
                FOUR.replace("policies:", "default: unspecified\npolicies:"),
                (name, changed) ->
                    name.equals("heavy")
                        || (usual(name) && changed.defaultEffect() != DefaultEffect.DENY))));
  }

  @Test
  void chainThatNoSentenceNames_isAGround() {
    assertEquals(
        List.of(
            new Ground(
                Ground.Kind.CHAIN,
                List.of("cat then bot"),
                Optional.of("light"),
                "declared chains that no sentence speaks of decide: without [[cat, bot]],"
                    + " light suffices")),
        grounds(
            FOUR,
            (name, changed) -> usual(name) || !changed.chains().contains(List.of("cat", "bot"))));
  }

  @Test
  void chainsOfWhichNoneAloneMatters_areAGroundTogether() {
    assertEquals(
        List.of(
            new Ground(
                Ground.Kind.CHAIN,
                List.of("cat then bot", "ada then cat"),
                Optional.of("light"),
                "declared chains that no sentence speaks of decide: without [[cat, bot],"
                    + " [ada, cat]], light suffices")),
        grounds(FOUR, (name, changed) -> usual(name) || changed.chains().size() == 1));
  }

  @Test
  void chainThatIsNamed_isSpokenOf_alsoWhereItIsExcepted() {
    BiPredicate<String, Scenario> chainMatters =
        (name, changed) -> usual(name) || changed.chains().size() < 3;
    assertEquals(
        List.of(List.of("cat then bot"), List.of("ada then cat")),
        grounds(FOUR, chainMatters).stream().map(Ground::names).toList());
    assertEquals(
        List.of(List.of("ada then cat")),
        grounds(FOUR.replace("only via bot", "only via cat then bot"), chainMatters).stream()
            .map(Ground::names)
            .toList());
    assertEquals(
        List.of(List.of("ada then bot"), List.of("ada then cat")),
        grounds(
                FOUR.replace(
                    "ann MAY use disk via ada then bot",
                    "ann MAY NOT use disk except via cat then bot"),
                chainMatters)
            .stream()
            .map(Ground::names)
            .toList());
  }

  @Test
  void changesThatWereNotTried_areCounted() {
    Scenario scenario = read(FOUR);
    BiPredicate<String, Scenario> nothing = (name, changed) -> usual(name);
    assertEquals(
        List.of(
            "3 of 7 changes were tried, those of the first sentences before others: what else the"
                + " verdict rests on wasn't computed"),
        sentences(
            new Sensitivity(scenario, RIVALS, new Told(scenario, nothing, MANY, 3)).grounds()));
    assertEquals(
        List.of(),
        new Sensitivity(scenario, RIVALS, new Told(scenario, nothing, MANY, 7)).grounds());
  }

  @Test
  void refusal_isSaidInPlaceOfWhatWasNotTried() {
    Scenario scenario = read(FOUR);
    Alternatives refusing =
        new Alternatives() {
          @Override
          public Optional<IntPredicate> in(Scenario changed) {
            throw new AssertionError("was refused");
          }

          @Override
          public Optional<IntPredicate> without(List<Integer> policies) {
            throw new AssertionError("was refused");
          }

          @Override
          public Optional<String> refusal(long changes) {
            return Optional.of(changes + " are too many");
          }
        };
    assertEquals(
        List.of(
            new Ground(Ground.Kind.UNTRIED, List.of(), Optional.of("middle"), "7 are too many")),
        new Sensitivity(scenario, RIVALS, refusing).grounds());
    assertEquals(List.of(), new Sensitivity(scenario, List.of(), refusing).grounds());
  }

  @Test
  void changesOfMoreKindsOfRequestsThanAreScored_areRefused() {
    Scenario scenario =
        read(
            """
            scenario: kinds
            users: [ann, bob]
            agents: [ada]
            resources: [disk]
            policies: [ann MAY use disk via ada]
            """);
    TruthTable truth = new TruthTable(scenario);
    Contenders contenders = new Contenders(scenario, truth, List.of());
    assertEquals(4, truth.cells());
    assertEquals(Optional.empty(), contenders.refusal(50_000));
    assertEquals(
        Optional.of(
            "what the verdict rests on wasn't computed: there are 50,001 changes to 4 kinds of"
                + " requests"),
        contenders.refusal(50_001));
  }

  @Test
  void whatCannotBe_isAGround_wordByWordOrAllTogether() {
    String yaml = FOUR.replace("policies:", "cannot: [gateway, consent]\npolicies:");
    assertEquals(
        List.of(
            new Ground(
                Ground.Kind.CANNOT,
                List.of("gateway"),
                Optional.of("cheap"),
                "without `cannot: gateway`, cheap would do")),
        ofRivals(yaml, rival("cheap", true, 0, "gateway"), rival("dear", true, 0)));
    assertEquals(
        List.of("without `cannot: [gateway, consent]`, cheap would do"),
        sentences(
            ofRivals(yaml, rival("cheap", true, 0, "gateway", "consent"), rival("dear", true, 0))));
    assertEquals(
        List.of(), ofRivals(yaml, rival("cheap", false, 0, "gateway"), rival("dear", true, 0)));
    assertEquals(
        List.of(),
        ofRivals(
            yaml.replace("[gateway, consent]", "[consent]"),
            rival("cheap", true, 0, "gateway", "consent"),
            rival("dear", true, 0)));
  }

  @Test
  void whatIsRequired_isAGround() {
    String yaml = FOUR.replace("policies:", "require: {attribution: agent}\npolicies:");
    assertEquals(
        List.of(
            new Ground(
                Ground.Kind.REQUIRE,
                List.of("attribution"),
                Optional.of("cheap"),
                "without `require: attribution`, cheap would do")),
        ofRivals(yaml, rival("cheap", true, 0, "attribution"), rival("dear", true, 0)));
  }

  @Test
  void whatIsThere_isAGroundWhereSomethingElseWouldBeCheaper() {
    String yaml = FOUR.replace("policies:", "have: [gateway]\npolicies:");
    assertEquals(
        List.of(
            new Ground(
                Ground.Kind.HAVE,
                List.of("gateway"),
                Optional.of("second"),
                "with nothing there yet, second would be cheaper")),
        ofRivals(
            yaml, rival("first", true, 2), rival("second", true, 1), rival("third", false, 0)));
    assertEquals(List.of(), ofRivals(yaml, rival("first", true, 1), rival("second", true, 2)));
  }

  /** The grounds among these, where no change of the scenario matters. */
  private static List<Ground> ofRivals(String yaml, Rival... rivals) {
    List<Rival> all = List.of(rivals);
    Alternatives unchanged =
        new Alternatives() {
          @Override
          public Optional<IntPredicate> in(Scenario changed) {
            return Optional.of(
                position ->
                    Stream.of(all.get(position))
                        .anyMatch(one -> one.suffices() && one.ruledOutBy().isEmpty()));
          }

          @Override
          public Optional<IntPredicate> without(List<Integer> policies) {
            return in(read(yaml));
          }
        };
    return new Sensitivity(read(yaml), all, unchanged).grounds();
  }
}
