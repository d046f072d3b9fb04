package dev.onbehalf.products.export;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.ContextAttribute;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an enforcement point can ask a policy engine of a call.
 *
 * @param fields what every question has a value of, the resource and the action last
 * @param certain those of them that every call shows
 * @param passed whether a request gets to the point
 * @param shown the values that a request shows there, by the names of the fields
 */
public record PointView(
    Point point,
    List<Field> fields,
    List<Field> certain,
    Predicate<Request> passed,
    Function<Request, Map<String, String>> shown) {
  /** The value of a field that the call doesn't show; no name is like it. */
  public static final String UNSEEN = "-";

  /** How evidence joins the agents before the presenter. */
  private static final String THEN = " then ";

  public PointView {
    fields = List.copyOf(fields);
    certain = List.copyOf(certain);
  }

  /** What a point sees of the evidence that it is shown. */
  static PointView of(Proof.Showing showing) {
    Set<String> attributes = new LinkedHashSet<>(showing.directly());
    attributes.addAll(showing.via());
    showing.forNobody().ifPresent(attributes::addAll);
    boolean isWhole = seesPaths(showing);
    return new PointView(
        showing.point(),
        fields(attributes.stream().map(one -> field(one, isWhole))),
        attributes.stream()
            .filter(one -> forms(showing).allMatch(form -> form.contains(one)))
            .map(Field::of)
            .toList(),
        request -> showing.isPassedBy(request.user(), request.via()),
        request -> values(showing, request, isWhole));
  }

  /** What an engine sees that is asked with user, path and context of every request. */
  static PointView ofEverything(Scenario scenario) {
    Stream<Field> context =
        scenario.context().stream().map(ContextAttribute::name).map(Field::ofContext);
    List<Field> fields = fields(Stream.concat(Stream.of(Field.USER, Field.PATH), context));
    return new PointView(
        Point.RESOURCE,
        fields,
        fields,
        request -> true,
        PointView::everything);
  }

  private static List<Field> fields(Stream<Field> seen) {
    return Stream.concat(
            seen.distinct().sorted((one, other) -> one.kind().compareTo(other.kind())),
            Stream.of(Field.RESOURCE, Field.ACTION))
        .toList();
  }

  private static Map<String, String> everything(Request request) {
    Map<String, String> values = new TreeMap<>();
    request.context().forEach((name, value) -> values.put(Field.ofContext(name).name(), value));
    values.put(Field.USER.name(), request.user());
    values.put(Field.PATH.name(), path(request.via()));
    return values;
  }

  /** Whether every call that shows its agent shows those before it as well. */
  private static boolean seesPaths(Proof.Showing showing) {
    return Stream.concat(Stream.of(showing.directly(), showing.via()), showing.forNobody().stream())
            .allMatch(
                one ->
                    one.contains(Attributes.AGENT) == one.contains(Attributes.PRIOR_AGENTS)
                        && !one.contains(Attributes.FIRST_AGENT))
        && showing.via().contains(Attributes.AGENT);
  }

  /** What is shown by the calls in person, through agents and for nobody that pass. */
  private static Stream<List<String>> forms(Proof.Showing showing) {
    return Stream.of(
            showing.passedDirectly() ? Stream.of(showing.directly()) : Stream.<List<String>>of(),
            Stream.of(showing.via()),
            showing.forNobody().stream())
        .flatMap(forms -> forms);
  }

  private static Field field(String attribute, boolean isWhole) {
    boolean isPart =
        attribute.equals(Attributes.AGENT) || attribute.equals(Attributes.PRIOR_AGENTS);
    return isWhole && isPart ? Field.PATH : Field.of(attribute);
  }

  private static Map<String, String> values(
      Proof.Showing showing, Request request, boolean isWhole) {
    Map<String, String> shown = showing.shownBy(request.user(), request.via(), request.context());
    Map<String, String> values = new TreeMap<>();
    shown.forEach((attribute, value) -> values.put(Field.of(attribute).name(), value));
    if (isWhole && shown.containsKey(Attributes.AGENT)) {
      values.put(Field.PATH.name(), path(agents(shown)));
    }
    return values;
  }

  private static List<String> agents(Map<String, String> shown) {
    List<String> agents = new ArrayList<>();
    String prior = shown.getOrDefault(Attributes.PRIOR_AGENTS, Attributes.NOBODY);
    if (!prior.equals(Attributes.NOBODY)) {
      agents.addAll(List.of(prior.split(THEN, -1)));
    }
    String agent = shown.getOrDefault(Attributes.AGENT, Attributes.DIRECTLY);
    if (!agent.equals(Attributes.DIRECTLY)) {
      agents.add(agent);
    }
    return agents;
  }

  /** Each agent in brackets, so that no name is part of another; empty for a user in person. */
  public static String path(List<String> agents) {
    return agents.stream().map(agent -> "(" + bracketed(agent) + ")").collect(Collectors.joining());
  }

  private static String bracketed(String agent) {
    return agent.replace("%", "%25").replace("(", "%28").replace(")", "%29");
  }

  /** Whether the request gets to the point. */
  public boolean isPassedBy(Request request) {
    return passed.test(request);
  }

  /** What the engine is asked of the request: a value for every field, in their order. */
  public List<String> question(Request request) {
    Map<String, String> values = shown.apply(request);
    return fields.stream().map(field -> value(field, values, request)).toList();
  }

  private static String value(Field field, Map<String, String> values, Request request) {
    if (field.equals(Field.RESOURCE)) {
      return request.resource();
    }
    return field.equals(Field.ACTION)
        ? request.action()
        : values.getOrDefault(field.name(), UNSEEN);
  }
}
