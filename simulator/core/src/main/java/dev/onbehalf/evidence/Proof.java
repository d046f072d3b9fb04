package dev.onbehalf.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Which attributes a strategy's evidence shows at each enforcement point; the live run holds the
 * strategy to it.
 *
 * @param showings one for each point, in the order in which a call through agents passes them
 * @param believed the attributes for which the caller's unsigned word is taken
 */
public record Proof(List<Showing> showings, List<String> believed) {
  public Proof {
    showings = List.copyOf(showings);
    believed = List.copyOf(believed);
  }

  /**
   * What one point sees.
   *
   * @param passedDirectly whether the calls of users in person pass the point
   * @param directly the attributes shown by a call of the user in person
   * @param via the attributes shown by a call through agents
   * @param forNobody the attributes shown by a call that an agent makes for no user; empty where no
   *     such call gets as far
   */
  public record Showing(
      Point point,
      boolean passedDirectly,
      List<String> directly,
      List<String> via,
      Optional<List<String>> forNobody) {
    public Showing {
      directly = List.copyOf(directly);
      via = List.copyOf(via);
      forNobody = forNobody.map(List::copyOf);
    }

    /** What a point sees that no call for nobody passes. */
    public Showing(Point point, boolean passedDirectly, List<String> directly, List<String> via) {
      this(point, passedDirectly, directly, via, Optional.empty());
    }

    /** Whether a call of the user on the path passes the point. */
    public boolean isPassedBy(String user, List<String> path) {
      return isNobody(user)
          ? forNobody.isPresent() && !path.isEmpty()
          : passedDirectly || !path.isEmpty();
    }

    private List<String> attributes(String user, List<String> path) {
      return isNobody(user) ? forNobody.orElse(List.of()) : path.isEmpty() ? directly : via;
    }

    private static boolean isNobody(String user) {
      return user.equals(Attributes.NO_USER);
    }

    /** Whether an honest call through agents shows no more than these attributes. */
    public boolean isShownInFullBy(Set<String> attributes) {
      return Stream.concat(Stream.of(via), forNobody.stream())
          .anyMatch(
              needed ->
                  needed.stream()
                      .filter(attribute -> !Attributes.isOfContext(attribute))
                      .allMatch(attributes::contains));
    }

    /** The evidence that a call of the user on the path in the context shows at the point. */
    public SortedMap<String, String> shownBy(
        String user, List<String> path, Map<String, String> context) {
      SortedMap<String, String> shown = new TreeMap<>();
      for (String attribute : attributes(user, path)) {
        switch (attribute) {
          case Attributes.USER -> shown.put(attribute, user);
          case Attributes.AGENT -> shown.put(attribute, presenter(path));
          case Attributes.FIRST_AGENT -> shown.put(attribute, first(path));
          case Attributes.PRIOR_AGENTS -> shown.put(attribute, Attributes.priorAgents(path));
          case Attributes.IN_PERSON -> shown.put(attribute, Boolean.toString(path.isEmpty()));
          case Attributes.CONTEXT ->
              context.forEach((name, value) -> shown.put(Attributes.context(name), value));
          default -> shown.putAll(ofContext(attribute, context));
        }
      }
      return shown;
    }

    private static Map<String, String> ofContext(String attribute, Map<String, String> context) {
      if (!Attributes.isOfContext(attribute)) {
        throw new IllegalArgumentException("no attribute is called `" + attribute + "`");
      }
      String name = attribute.substring(Attributes.context("").length());
      return context.containsKey(name)
          ? Map.of(attribute, context.getOrDefault(name, ""))
          : Map.of();
    }

    /** This showing with every attribute of the context by its own name. */
    private Showing naming(List<String> conveyed, List<String> ofResource) {
      List<String> besides = point == Point.RESOURCE ? ofResource : List.of();
      return new Showing(
          point,
          passedDirectly,
          named(directly, conveyed, besides),
          named(via, conveyed, besides),
          forNobody.map(shown -> named(shown, conveyed, besides)));
    }

    private boolean isJoint() {
      return via.contains(Attributes.USER)
          && (via.contains(Attributes.AGENT) || via.contains(Attributes.FIRST_AGENT));
    }

    public static String first(List<String> path) {
      return path.isEmpty() ? Attributes.DIRECTLY : path.get(0);
    }

    public static String presenter(List<String> path) {
      return path.isEmpty() ? Attributes.DIRECTLY : path.get(path.size() - 1);
    }
  }

  /**
   * The resource alone decides.
   *
   * @param directly the attributes verified of a call by the user in person
   * @param via the attributes verified of a call through agents
   */
  public static Proof atResource(List<String> directly, List<String> via) {
    return new Proof(List.of(new Showing(Point.RESOURCE, true, directly, via)), List.of());
  }

  /** The resource alone decides, on the same attributes of every call. */
  public static Proof of(String... attributes) {
    return atResource(List.of(attributes), List.of(attributes));
  }

  /** This proof with a point before the others that only calls through agents pass. */
  public Proof after(Point point, List<String> via) {
    List<Showing> longer = new ArrayList<>();
    longer.add(new Showing(point, false, List.of(), via));
    longer.addAll(showings);
    return new Proof(longer, believed);
  }

  /** This proof where the caller's unsigned word is taken for the attribute. */
  public Proof believing(String attribute) {
    List<String> longer = new ArrayList<>(believed);
    longer.add(attribute);
    return new Proof(showings, longer);
  }

  /**
   * This proof with every attribute of the context by its own name.
   *
   * @param conveyed those that a caller can tell, where this proof says {@link Attributes#CONTEXT}
   * @param ofResource those that the resource knows of itself, whoever calls
   * @param sayable those that a caller can make up, where nobody signs them
   */
  public Proof naming(List<String> conveyed, List<String> ofResource, List<String> sayable) {
    List<String> told = believed.contains(Attributes.CONTEXT) ? sayable : conveyed;
    return new Proof(
        showings.stream().map(showing -> showing.naming(told, ofResource)).toList(),
        named(believed, sayable, List.of()));
  }

  /** The attributes with the names of some in the place of those of the context, and some more. */
  private static List<String> named(
      List<String> attributes, List<String> context, List<String> more) {
    Stream<String> named =
        attributes.stream()
            .flatMap(
                attribute ->
                    attribute.equals(Attributes.CONTEXT)
                        ? context.stream().map(Attributes::context)
                        : Stream.of(attribute));
    return Stream.concat(named, more.stream().map(Attributes::context)).toList();
  }

  /** What is seen at the point where every call ends. */
  public Showing atResource() {
    return showings.get(showings.size() - 1);
  }

  /**
   * What is seen at the point.
   *
   * @throws IllegalArgumentException when the proof doesn't name it
   */
  public Showing at(Point point) {
    return showings.stream()
        .filter(showing -> showing.point() == point)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nothing is shown at the " + point.word()));
  }

  /** The points that a call of the user on the path passes, in their order. */
  public List<Showing> passed(String user, List<String> path) {
    return showings.stream().filter(showing -> showing.isPassedBy(user, path)).toList();
  }

  /** This proof where calls for nobody pass these points, and show these attributes there. */
  public Proof showingForNobody(Map<Point, List<String>> shown) {
    return changing(
        one ->
            new Showing(
                one.point(),
                one.passedDirectly(),
                one.directly(),
                one.via(),
                Optional.ofNullable(shown.get(one.point()))));
  }

  /** This proof where points are shown these attributes besides, in person and through agents. */
  public Proof showingBesides(
      Map<Point, List<String>> directly, Map<Point, List<String>> throughAgents) {
    return changing(
        one ->
            new Showing(
                one.point(),
                one.passedDirectly(),
                besides(one.directly(), directly.getOrDefault(one.point(), List.of())),
                besides(one.via(), throughAgents.getOrDefault(one.point(), List.of())),
                one.forNobody()));
  }

  private Proof changing(UnaryOperator<Showing> change) {
    return new Proof(showings.stream().map(change).toList(), believed);
  }

  private static List<String> besides(List<String> attributes, List<String> more) {
    return Stream.concat(attributes.stream(), more.stream()).distinct().toList();
  }

  /** The attributes that calls through agents show at one point or another. */
  public List<String> attributesVia() {
    return showings.stream().map(Showing::via).flatMap(Collection::stream).distinct().toList();
  }

  /** Whether one enforcement point sees user and agent together. */
  public boolean isJoint() {
    return showings.stream().anyMatch(Showing::isJoint);
  }
}
