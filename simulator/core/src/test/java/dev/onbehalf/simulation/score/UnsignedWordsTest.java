package dev.onbehalf.simulation.score;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.reading.ScenarioReader;
import dev.onbehalf.simulation.score.UnsignedWords.Word;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a caller can write is every name and value of the scenario, those of a class once. */
final class UnsignedWordsTest {
  private static final Proof PROOF =
      Proof.of("user", "agent", "prior-agents", "first-agent", "context")
          .believing("user")
          .believing("first-agent")
          .believing("prior-agents")
          .believing("context");

  private final Scenario scenario;

  UnsignedWordsTest() throws InvalidScenarioException {
    scenario =
        ScenarioReader.read(
            "words.yaml",
            """
            scenario: words
            users: [ann, bob, cid]
            agents: [ada, bot, cat, dot, eve]
            chains: [[ada, bot], [cat, bot]]
            resources: [disk]
            context: {mode: [work, play, rest], tier: [gold]}
            policies:
              - ann MAY use disk via ada when mode is work
              - nobody MAY use disk via ada
            """
                .getBytes(UTF_8));
  }

  @Test
  void attributes_areThoseBelieved_andOfTheContextOneByOne() {
    assertEquals(
        List.of("user", "agent", "prior-agents", "context.mode", "context.tier"),
        UnsignedWords.attributes(PROOF, scenario.context()));
  }

  @Test
  void all_areTheNamesAndValues_soManyOfEach() {
    assertEquals(
        List.of("ann", "ada", "(nobody)", "work", "gold"), UnsignedWords.all(PROOF, scenario, 1));
    assertEquals(
        List.of("ann", "bob", "ada", "bot", "(nobody)", "work", "play", "gold"),
        UnsignedWords.all(PROOF, scenario, 2));
  }

  @Test
  void classes_areOfWordsThatNoPolicyTellsApart() {
    assertEquals(
        List.of(new Word("ann", false), new Word("bob", true), new Word("nobody", false)),
        classes("user"));
    assertEquals(
        List.of(
            new Word("ada", false),
            new Word("bot", false),
            new Word("cat", false),
            new Word("dot", true)),
        classes("agent"));
    assertEquals(List.of(new Word("work", false), new Word("play", true)), classes("context.mode"));
    assertEquals(List.of(new Word("gold", false)), classes("context.tier"));
    assertEquals(
        List.of(new Word("(nobody)", false), new Word("ada", false), new Word("cat", false)),
        classes("prior-agents"));
  }

  private List<Word> classes(String attribute) {
    return UnsignedWords.classes(attribute, new TruthTable(scenario).classes());
  }
}
