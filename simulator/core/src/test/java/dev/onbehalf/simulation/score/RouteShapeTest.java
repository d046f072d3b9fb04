package dev.onbehalf.simulation.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.evidence.Point;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.simulation.score.EvidenceShape.Choice;
import dev.onbehalf.simulation.score.RouteShape.Stop;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is learned from one call foretells the others, and says what it depends on. */
final class RouteShapeTest {
  private static final Choice ANY_USER = new Choice("user", 0);
  private static final Choice ANY_MODE = new Choice("context.mode", 1);
  private static final Map<String, Choice> STRANGERS =
      Map.of("(stranger)", ANY_USER, "(strange mode)", ANY_MODE);

  private static final Request LEARNED = request("ann", List.of("ada", "bot", "cat"), "work");
  private static final Request OTHER = request("bob", List.of("dot", "eve", "fox"), "play");

  private static final RouteShape OF_ALL =
      route(
          Map.of(
              "user", "ann",
              "agent", "cat",
              "first-agent", "ada",
              "prior-agents", "ada then bot",
              "context.mode", "work",
              "word", "a=b,c;d?e:f"));
  private static final RouteShape OF_USER = route(Map.of("user", "ann"));
  private static final RouteShape USER_IN_ANOTHER_PLACE = route(Map.of("agent", "ann"));
  private static final RouteShape AGENT_AS_USER = route(Map.of("user", "cat"));
  private static final RouteShape OF_AGENT = route(Map.of("agent", "cat"));
  private static final RouteShape OF_MODE = route(Map.of("context.mode", "work"));
  private static final RouteShape OF_WORDS =
      route(Map.of("user", "(stranger)", "context.mode", "(strange mode)"));
  private static final RouteShape OF_NOTHING = route(Map.of());

  private static Request request(String user, List<String> via, String mode) {
    return new Request(user, via, "disk", "use", new TreeMap<>(Map.of("mode", mode)));
  }

  private static RouteShape route(Map<String, String> shown) {
    return new RouteShape(
        List.of(
            new Stop(Point.GATEWAY, EvidenceShape.of(new TreeMap<>(), LEARNED, STRANGERS)),
            new Stop(Point.RESOURCE, EvidenceShape.of(new TreeMap<>(shown), LEARNED, STRANGERS))));
  }

  @Test
  void shapeOfOneCall_foretellsTheEvidenceOfAnother() {
    assertEquals(
        Map.of(
            "user", "bob",
            "agent", "fox",
            "first-agent", "dot",
            "prior-agents", "dot then eve",
            "context.mode", "play",
            "word", "a=b,c;d?e:f"),
        ofOther(OF_ALL));
    assertEquals(Map.of("agent", "bob"), ofOther(USER_IN_ANOTHER_PLACE));
    assertEquals(
        Map.of("user", ANY_USER.open(), "context.mode", ANY_MODE.open()), ofOther(OF_WORDS));
  }

  private static SortedMap<String, String> ofOther(RouteShape shape) {
    return shape.stops().get(1).shape().of(OTHER);
  }

  @Test
  void shapeThatIsWritten_isReadAgain() {
    for (RouteShape shape :
        List.of(OF_USER, USER_IN_ANOTHER_PLACE, AGENT_AS_USER, OF_MODE, OF_WORDS, OF_NOTHING)) {
      assertEquals(shape, RouteShape.read(shape.written()));
    }
    RouteShape chain = route(Map.of("prior-agents", "ada then bot", "agent", "cat"));
    assertEquals(chain, RouteShape.read(chain.written()));
    assertEquals("GATEWAY?;RESOURCE?agent=AGENTS:2:3:,prior-agents=AGENTS:0:2:", chain.written());
  }

  @Test
  void whatIsChosen_isSaid() {
    assertEquals(List.of(ANY_MODE, ANY_USER), OF_WORDS.choices());
    assertEquals(List.of(), OF_ALL.choices());
    assertEquals(true, OF_WORDS.leavesOpen());
    assertEquals(false, OF_ALL.leavesOpen());
    assertEquals(false, OF_NOTHING.leavesOpen());
  }

  @Test
  void userOfTheCall_isFoundWhereverItStands() {
    assertEquals(true, OF_USER.namesUser());
    assertEquals(true, USER_IN_ANOTHER_PLACE.namesUser());
    assertEquals(false, AGENT_AS_USER.namesUser());
    assertEquals(false, OF_WORDS.namesUser());
    assertEquals(false, OF_NOTHING.namesUser());
  }

  @Test
  void userAsSuch_isTheUserAndNothingElse() {
    assertEquals(true, OF_USER.namesUserAsSuch());
    assertEquals(true, OF_ALL.namesUserAsSuch());
    assertEquals(true, OF_NOTHING.namesUserAsSuch());
    assertEquals(false, USER_IN_ANOTHER_PLACE.namesUserAsSuch());
    assertEquals(false, AGENT_AS_USER.namesUserAsSuch());
    assertEquals(false, OF_WORDS.namesUserAsSuch());
  }

  @Test
  void whatDependsOnPathOrContext_isNotOfTheUserAlone() {
    assertEquals(true, OF_USER.isOfUserAlone());
    assertEquals(true, OF_WORDS.isOfUserAlone());
    assertEquals(true, OF_NOTHING.isOfUserAlone());
    assertEquals(false, OF_AGENT.isOfUserAlone());
    assertEquals(false, OF_MODE.isOfUserAlone());
  }
}
