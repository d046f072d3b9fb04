package dev.onbehalf.reports.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.scenario.Effect;
import dev.onbehalf.scenario.Truth;
import dev.onbehalf.simulation.result.AttackFacts;
import dev.onbehalf.simulation.result.Boundary.Counterexample;
import dev.onbehalf.simulation.result.Ground;
import dev.onbehalf.simulation.result.Growth;
import dev.onbehalf.simulation.result.Need;
import dev.onbehalf.simulation.result.OnBehalfOf;
import dev.onbehalf.simulation.result.Plan;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.FailedStrategy;
import dev.onbehalf.simulation.result.SimulationResult.Measured;
import dev.onbehalf.simulation.result.SimulationResult.PolicyScore;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.result.Timing;
import dev.onbehalf.simulation.result.WorldResult;
import dev.onbehalf.text.PrintableText;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The result file: one JSON object whose members are the components of the result, in order. */
public final class ResultJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          // What a record answers isn't what it consists of.
          .changeDefaultVisibility(v -> v.withIsGetterVisibility(Visibility.NONE))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .addMixIn(Effect.class, InWords.class)
          .addMixIn(Machinery.class, AsWord.class)
          .addMixIn(Point.class, AsWord.class)
          .addMixIn(Need.class, AsWord.class)
          .addMixIn(Growth.class, AsWord.class)
          .addMixIn(Ground.Kind.class, AsWord.class)
          .addMixIn(OnBehalfOf.class, AsWord.class)
          .addMixIn(Plan.class, OnlyWhatIsThere.class)
          .addMixIn(Truth.class, AsWord.class)
          .addMixIn(Counterexample.class, OnlyWhatIsThere.class)
          .addMixIn(PolicyScore.class, OnlyWhatIsThere.class)
          .addMixIn(StrategyResult.class, OnlyWhatIsThere.class)
          .addMixIn(FailedStrategy.class, OnlyWhatIsThere.class)
          .addMixIn(SimulationResult.class, WithoutFailures.class)
          .addMixIn(Measured.class, OnlyWhatIsThere.class)
          .addMixIn(AttackFacts.class, OnlyWhatIsThere.class)
          .addMixIn(AttackFacts.Revocation.class, OnlyWhatIsThere.class)
          .addMixIn(AttackFacts.Copy.class, OnlyWhatIsThere.class)
          .addMixIn(Timing.class, OnlyWhatIsThere.class)
          .addMixIn(Timing.Operation.class, OnlyWhatIsThere.class)
          .build();

  /** Says of a resource as a whole, and by what our strategies do, what it needs. */
  private static final int OLDER_VERSION = 1;

  /** Of more policies the file is for programs, and half of it would be white space. */
  private static final int MOST_INDENTED = 200;

  private static final ObjectWriter WRITER = MAPPER.writer().with(printer());

  private ResultJson() {}

  /** Gets ready to write and read results, so that the first takes no longer than the next. */
  public static void prepare() {
    MAPPER.writerFor(SimulationResult.class);
    MAPPER.readerFor(SimulationResult.class);
  }

  /**
   * Writes a result.
   *
   * @param environment where the run was made; written after the members of the result
   */
  public static byte[] write(SimulationResult result, SortedMap<String, String> environment) {
    ObjectNode members = MAPPER.valueToTree(result);
    members.set("environment", MAPPER.valueToTree(environment));
    return written(members, result.policies().size() > MOST_INDENTED ? MAPPER.writer() : WRITER);
  }

  /** Writes what the exact score alone says. */
  public static byte[] write(WorldResult result) {
    return written(MAPPER.valueToTree(result), WRITER);
  }

  private static byte[] written(ObjectNode members, ObjectWriter writer) {
    byte[] json = writer.writeValueAsBytes(members);
    byte[] file = Arrays.copyOf(json, json.length + 1);
    file[json.length] = '\n';
    return file;
  }

  /**
   * Reads a file back; members it doesn't know are ignored.
   *
   * @throws InvalidResultException when the bytes aren't JSON, a result of another format, or one
   *     whose scenario has a name that no scenario can have
   */
  public static ResultFile read(byte[] json) throws InvalidResultException {
    JsonNode members = shown(parse(json));
    checkVersion(members.path("formatVersion"));
    SimulationResult result = result(members);
    Optional<String> problem = result.scenario().problemOfName();
    if (problem.isPresent()) {
      throw new InvalidResultException("`scenario.name`: " + problem.get());
    }
    return new ResultFile(result, environment(members.path("environment")));
  }

  /** What is hidden in the words of others, as escapes: they go into every kind of report. */
  private static JsonNode shown(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.properties().forEach(member -> member.setValue(shown(member.getValue())));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, shown(array.get(i)));
      }
    } else if (node.isString() && node.asString().codePoints().anyMatch(PrintableText::isHidden)) {
      return StringNode.valueOf(PrintableText.escaped(node.asString()));
    }
    return node;
  }

  private static JsonNode parse(byte[] json) throws InvalidResultException {
    try {
      return MAPPER.readTree(json);
    } catch (JacksonException e) {
      throw new InvalidResultException("expected a JSON object, but it " + problem(e));
    }
  }

  /** What goes beyond the bounds of the parser has no place. */
  private static String problem(JacksonException e) {
    return Optional.ofNullable(e.getLocation())
        .map(
            place ->
                "breaks at line %d, column %d".formatted(place.getLineNr(), place.getColumnNr()))
        .orElse("is nested too deep, or one of its words is too long");
  }

  private static void checkVersion(JsonNode version) throws InvalidResultException {
    if (version.isInt() && version.intValue() == OLDER_VERSION) {
      throw new InvalidResultException(
          "format version 1, written by an older sim.jar; run it again");
    }
    if (!version.isInt() || version.intValue() != SimulationResult.FORMAT_VERSION) {
      String found = version.isMissingNode() ? "none" : PrintableText.quoted(version.toString());
      throw new InvalidResultException(
          "expected `formatVersion` %d, but found %s"
              .formatted(SimulationResult.FORMAT_VERSION, found));
    }
  }

  private static SimulationResult result(JsonNode members) throws InvalidResultException {
    try {
      return MAPPER.treeToValue(members, SimulationResult.class);
    } catch (InvalidFormatException e) {
      throw new InvalidResultException(unknownWord(e));
    } catch (JacksonException e) {
      throw new InvalidResultException(missing(e));
    }
  }

  private static String missing(JacksonException e) {
    return "expected a result of format version %d, but `%s` is missing or of another type"
        .formatted(SimulationResult.FORMAT_VERSION, member(e));
  }

  /** What stands where one of a few words must, and which they are. */
  private static String unknownWord(InvalidFormatException e) {
    List<String> words =
        Stream.ofNullable(e.getTargetType().getEnumConstants())
            .flatMap(Stream::of)
            .map(word -> "`" + MAPPER.valueToTree(word).asString() + "`")
            .toList();
    return words.isEmpty()
        ? missing(e)
        : "`%s`: expected %s, but found `%s`"
            .formatted(member(e), String.join(" or ", words), e.getValue());
  }

  private static SortedMap<String, String> environment(JsonNode members)
      throws InvalidResultException {
    SortedMap<String, String> environment = new TreeMap<>();
    for (Map.Entry<String, JsonNode> member : members.properties()) {
      environment.put(member.getKey(), word(member));
    }
    return environment;
  }

  private static String word(Map.Entry<String, JsonNode> member) throws InvalidResultException {
    return member
        .getValue()
        .asStringOpt()
        .orElseThrow(
            () ->
                new InvalidResultException(
                    "expected words in `environment`, but %s is none"
                        .formatted(PrintableText.quoted(member.getKey()))));
  }

  /** The member that the exception is about, as {@code strategies[0].cost}. */
  private static String member(JacksonException e) {
    return e.getPath().stream()
        .map(
            step ->
                step.getIndex() < 0 ? "." + step.getPropertyName() : "[" + step.getIndex() + "]")
        .collect(Collectors.joining())
        .replaceFirst("^\\.", "");
  }

  /** The same line ends on every system. */
  private static DefaultPrettyPrinter printer() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
  }

  /** Enums stand in the file as their words, and no other words are read. */
  private interface AsWord {
    @JsonValue
    String word();
  }

  /** Likewise. */
  private interface InWords {
    @JsonValue
    String words();
  }

  /** A policy that holds has no member for a witness, what isn't measured none for a timing. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  private interface OnlyWhatIsThere {}

  /** A run in which no strategy failed has no member for failures. */
  private interface WithoutFailures {
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonSetter(nulls = Nulls.AS_EMPTY)
    List<FailedStrategy> failed();
  }

  /**
   * What a result file says.
   *
   * @param environment where and how the run was made; empty when the file doesn't say
   */
  public record ResultFile(SimulationResult result, SortedMap<String, String> environment) {
    public ResultFile {
      environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
    }
  }
}
