package dev.onbehalf.products;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.products.draft.Imported;
import dev.onbehalf.products.source.SourceFile;
import dev.onbehalf.scenario.Request;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A scenario made of AWS policies says what a naive evaluator reads in them, call by call. */
final class AwsImportTest {
  private static final int WORLDS = 1_000;

  private static final List<String> ACTIONS =
      List.of(
          "s3:GetObject", "s3:PutObject", "s3:Get*", "s3:*", "*", "kms:Decrypt", "iam:PassRole");
  private static final List<String> RESOURCES =
      List.of("arn:aws:s3:::b/x", "arn:aws:s3:::b/*", "*", "arn:aws:kms:r:1:key/k");
  private static final List<String> SERVICES =
      List.of("ec2.amazonaws.com", "rds.amazonaws.com", "athena.amazonaws.com");
  private static final List<String> OPERATORS =
      List.of(
          "StringEquals",
          "StringNotEquals",
          "StringLike",
          "StringNotLike",
          "StringEqualsIfExists",
          "StringEqualsIgnoreCase",
          "ForAnyValue:StringEquals",
          "ForAllValues:StringEquals");

  private static Imported imported(List<String> policies) throws Exception {
    List<SourceFile> files = new ArrayList<>();
    for (int i = 0; i < policies.size(); i++) {
      files.add(SourceFile.of("p" + i + ".json", policies.get(i).getBytes(StandardCharsets.UTF_8)));
    }
    return Importer.AWS_IAM.read(files, 1);
  }

  @Test
  void viaService_isAnAgent() throws Exception {
    Imported imported =
        imported(
            List.of(
                """
                {"Statement": {"Effect": "Allow", "Action": "kms:Decrypt",
                  "Resource": "arn:aws:kms:eu-west-1:111122223333:key/k",
                  "Condition": {"StringEquals": {"kms:ViaService": ["ec2.eu-west-1.amazonaws.com"],
                    "aws:RequestedRegion": "eu-west-1"}}}}
                """));
    assertTrue(
        imported
            .yaml()
            .contains(
                "- anyone MAY kms:Decrypt arn:aws:kms:eu-west-1:111122223333:key/k via any agent"
                    + " when aws:RequestedRegion is eu-west-1\n"),
        imported.yaml());
    assertEquals(List.of(), imported.losses().lines());
  }

  @Test
  void randomPolicies_sayTheSame() throws Exception {
    Random random = new Random(2);
    Agreement agreement = new Agreement();
    for (int world = 0; world < WORLDS; world++) {
      List<List<Statement>> policies = List.of(policy(random), policy(random));
      List<String> texts = policies.stream().map(AwsImportTest::json).toList();
      Optional<Imported> imported = Agreement.imported(() -> imported(texts));
      if (imported.isPresent()) {
        agreement.check(imported.get(), texts.toString(), new Naive(policies)::permits);
      }
    }
    assertTrue(
        agreement.requests() > 100_000 && agreement.permitted() > 10_000, agreement::toString);
  }

  /** A condition of the test's own: operator, key, values. */
  private record Condition(String operator, String key, List<String> values) {}

  /**
   * A statement of the test's own.
   *
   * @param principal {@code *}, a user, a service, or nothing in an identity-based policy
   */
  private record Statement(
      boolean allows,
      Optional<String> principal,
      boolean notPrincipal,
      List<String> actions,
      boolean notAction,
      List<String> resources,
      boolean notResource,
      List<Condition> conditions) {}

  private static List<Statement> policy(Random random) {
    boolean isOfIdentity = random.nextBoolean();
    List<Statement> statements = new ArrayList<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      List<Condition> conditions = new ArrayList<>();
      for (int c = random.nextInt(3); c > 0; c--) {
        Condition condition = condition(random);
        if (conditions.stream()
            .noneMatch(
                one ->
                    one.operator().equals(condition.operator())
                        && one.key().equals(condition.key()))) {
          conditions.add(condition);
        }
      }
      Optional<String> principal =
          isOfIdentity
              ? Optional.empty()
              : Optional.of(any(random, List.of("*", "ann", "bob", SERVICES.get(0))));
      statements.add(
          new Statement(
              random.nextInt(3) > 0,
              principal,
              random.nextInt(4) == 0 && principal.isPresent(),
              some(random, ACTIONS),
              random.nextInt(5) == 0,
              some(random, RESOURCES),
              random.nextInt(5) == 0,
              conditions));
    }
    return statements;
  }

  private static Condition condition(Random random) {
    return switch (random.nextInt(7)) {
      case 0 ->
          new Condition(
              "Null",
              any(random, List.of("kms:ViaService", "aws:X", "aws:CalledVia")),
              List.of(any(random, List.of("true", "false"))));
      case 1 ->
          new Condition("Bool", "aws:ViaAWSService", List.of(String.valueOf(random.nextBoolean())));
      case 2 -> new Condition("Bool", "aws:ViaAWSMCPService", List.of("true"));
      case 3 ->
          new Condition(
              any(random, OPERATORS.subList(0, 6)), "aws:X", some(random, List.of("a", "A", "b*")));
      case 4 ->
          new Condition(any(random, OPERATORS), "iam:PassedToService", some(random, SERVICES));
      default ->
          new Condition(
              any(random, OPERATORS),
              any(random, List.of("kms:ViaService", "aws:CalledVia", "aws:CalledViaFirst")),
              some(random, List.of(SERVICES.get(0), SERVICES.get(1), "*.amazonaws.com")));
    };
  }

  private static String any(Random random, List<String> all) {
    return all.get(random.nextInt(all.size()));
  }

  private static List<String> some(Random random, List<String> all) {
    return random.ints(1 + random.nextInt(2), 0, all.size()).distinct().mapToObj(all::get).toList();
  }

  private static String json(List<Statement> policy) {
    return policy.stream()
        .map(AwsImportTest::json)
        .collect(Collectors.joining(",", "{\"Version\":\"2012-10-17\",\"Statement\":[", "]}"));
  }

  private static String json(Statement one) {
    String principal =
        one.principal()
            .map(
                name ->
                    "\"%sPrincipal\":%s,"
                        .formatted(
                            one.notPrincipal() ? "Not" : "",
                            name.equals("*")
                                ? "\"*\""
                                : "{\"%s\":\"%s\"}"
                                    .formatted(name.contains(".") ? "Service" : "AWS", name)))
            .orElse("");
    String conditions =
        one.conditions().stream()
            .collect(Collectors.groupingBy(Condition::operator))
            .entrySet()
            .stream()
            .map(
                entry ->
                    "\"%s\":{%s}"
                        .formatted(
                            entry.getKey(),
                            entry.getValue().stream()
                                .map(c -> "\"%s\":%s".formatted(c.key(), list(c.values())))
                                .collect(Collectors.joining(","))))
            .collect(Collectors.joining(","));
    return "{\"Effect\":\"%s\",%s\"%sAction\":%s,\"%sResource\":%s,\"Condition\":{%s}}"
        .formatted(
            one.allows() ? "Allow" : "Deny",
            principal,
            one.notAction() ? "Not" : "",
            list(one.actions()),
            one.notResource() ? "Not" : "",
            list(one.resources()),
            conditions);
  }

  private static String list(List<String> texts) {
    return texts.stream().map(t -> '"' + t + '"').collect(Collectors.joining(",", "[", "]"));
  }

  /** AWS's rules, written down a second time: an explicit deny, else an allow, else denied. */
  private static final class Naive {
    private final List<List<Statement>> policies;

    /** Whether the agent of a call that passes a role is the service that gets it. */
    private final boolean usesPassing;

    Naive(List<List<Statement>> policies) {
      this.policies = policies;
      this.usesPassing =
          policies.stream()
              .flatMap(List::stream)
              .flatMap(one -> one.conditions().stream())
              .anyMatch(one -> one.key().equals("iam:PassedToService"));
    }

    boolean permits(Request request) {
      return applies(request, true) && !applies(request, false);
    }

    private boolean applies(Request request, boolean allows) {
      for (int i = 0; i < policies.size(); i++) {
        for (Statement one : policies.get(i)) {
          if (one.allows() == allows && applies(one, "p" + i, request)) {
            return true;
          }
        }
      }
      return false;
    }

    private boolean applies(Statement one, String holder, Request request) {
      return principal(one, holder, request)
          && one.notAction() != one.actions().stream().anyMatch(p -> like(p, request.action()))
          && one.notResource()
              != one.resources().stream().anyMatch(p -> like(p, request.resource()))
          && one.conditions().stream().allMatch(c -> holds(c, request));
    }

    /** A service that calls for itself is the principal. */
    private static boolean principal(Statement one, String holder, Request request) {
      String caller = request.isForNobody() ? request.via().get(0) : request.user();
      boolean isService = request.isForNobody();
      if (one.principal().isEmpty()) {
        return !isService && caller.equals(holder);
      }
      String named = one.principal().get();
      boolean isNamed =
          named.equals("*") || (named.equals(caller) && named.contains(".") == isService);
      return one.notPrincipal() != isNamed;
    }

    private Optional<String> value(String key, Request request) {
      boolean through = !request.isDirect() && !request.isForNobody();
      String agent = through ? request.via().get(0) : "";
      boolean isMcp = agent.contains("mcp");
      boolean passes = request.action().equals("iam:PassRole") && usesPassing;
      return switch (key) {
        case "aws:ViaAWSService" -> Optional.of(String.valueOf(through && !isMcp && !passes));
        case "aws:ViaAWSMCPService" ->
            through && isMcp && !passes ? Optional.of("true") : Optional.empty();
        case "iam:PassedToService" -> through && passes ? Optional.of(agent) : Optional.empty();
        case "aws:X" ->
            Optional.ofNullable(request.context().get("aws:X"))
                .filter(value -> !value.equals("*missing*"));
        default -> through && !isMcp && !passes ? Optional.of(agent) : Optional.empty();
      };
    }

    private boolean holds(Condition condition, Request request) {
      Optional<String> value = value(condition.key(), request);
      String operator = condition.operator();
      if (operator.equals("Null")) {
        return condition.values().contains(String.valueOf(value.isEmpty()));
      }
      if (value.isEmpty()) {
        return operator.contains("Not")
            || operator.endsWith("IfExists")
            || operator.startsWith("ForAllValues");
      }
      boolean any =
          condition.values().stream()
              .anyMatch(
                  wanted ->
                      operator.endsWith("Like")
                          ? like(wanted, value.get())
                          : operator.endsWith("IgnoreCase")
                              ? wanted.equalsIgnoreCase(value.get())
                              : wanted.equals(value.get()));
      return operator.contains("Not") != any;
    }

    private static boolean like(String pattern, String text) {
      return text.matches(
          pattern
              .chars()
              .mapToObj(c -> c == '*' ? ".*" : java.util.regex.Pattern.quote("" + (char) c))
              .collect(Collectors.joining()));
    }
  }
}
