package dev.onbehalf.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.core.domain.Source;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.onbehalf.strategy.CredentialStrategy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every room of the house uses only the rooms and libraries that it may. */
final class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          // Where another module's tests are packed already, they are no folder of test classes.
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("dev.onbehalf")
          // What JMH writes for benchmarks.
          .that(DescribedPredicate.not(resideInAPackage("..jmh_generated")));

  private static final List<String> CORE =
      List.of("text", "evidence", "scenario", "token", "strategy", "authz", "simulation");

  /** What each room may use: rooms, with a star those below them, too, and libraries. */
  private static final String TABLE =
      """
      text                | |
      evidence            | |
      scenario            | text |
      scenario.yaml       | text scenario | jackson yaml
      scenario.reading    | text scenario scenario.yaml |
      token.jose          | text | nimbus json accp x509
      token.access        | text token.jose | nimbus
      token.registry      | text token.jose token.access |
      token.workload      | text token.jose token.access token.registry | nimbus x509 tls
      token.kerberos      | text token.jose token.access | x509 crypto
      token.macaroon      | text token.jose token.access token.registry | macaroons
      token.grant         | text token.jose token.access token.registry token.workload | nimbus
      token               | text token.* | nimbus
      strategy            | evidence token.* |
      authz               | evidence scenario |
      simulation.result   | text evidence scenario |
      simulation.score    | evidence scenario authz simulation.result |
      simulation.column   | evidence scenario simulation.result simulation.score |
      simulation.attack   | evidence scenario simulation.result simulation.score |
      simulation.live     | evidence scenario authz strategy token.* simulation.result simulation.score simulation.attack |
      simulation.lint     | text scenario scenario.yaml simulation.result simulation.score |
      simulation.workload | scenario strategy token.jose simulation.result | commons-math
      simulation.verdict  | core |
      simulation          | core |
      sweep               | text scenario.* simulation simulation.result | jackson yaml-tree
      strategies          | evidence strategy token.* |
      junit               | core reports.words | junit
      products.source     | text scenario.yaml | json yaml-tree
      products.draft      | text scenario.* products.source |
      products.aws        | scenario products.source products.draft |
      products.export     | text evidence scenario authz simulation.result | jackson
      products.casbin     | text evidence scenario products.source products.draft products.export | casbin
      products.cedar      | text scenario products.source products.draft products.export |
      products.kubernetes | scenario products.source products.draft |
      products.keycloak   | scenario token.access products.source products.draft products.export |
      products.springsecurity | scenario token.access products.export |
      products.openfga    | products.source products.draft |
      products.log        | scenario products.source products.draft |
      products.http       | text |
      products.authzen    | text evidence scenario products.source products.export products.http |
      products.cerbos     | text scenario products.export |
      products.postgres   | text evidence scenario products.export |
      products.profile    | evidence strategy token.* |
      products.results    | products.export | jackson
      products.probe      | text token.* products.http products.profile |
      products            | products.* |
      reports.json        | text evidence scenario simulation.result | jackson
      reports.words       | text evidence scenario simulation.result |
      reports.chart       | text simulation.result reports.words | freemarker
      reports.terminal    | text evidence scenario simulation.result reports.words | jackson
      reports.exchange    | text scenario simulation.result reports.words | jackson xml
      reports.html        | text evidence scenario simulation.result reports.words reports.chart | jackson freemarker
      reports.gate        | text reports.words reports.terminal reports.exchange reports.chart |
      jmh                 | core strategies | jmh threads commons-math jackson
      jmh.gate            | core strategies jmh | jmh threads commons-math commons-statistics jackson
      cli.console         | text scenario.* simulation.result | picocli
      cli.launch          | |
      cli.http            | products.http products.authzen products.probe | tls
      cli.plugin          | core cli.console |
      cli.run             | core strategies reports.* jmh.* cli.console cli.plugin |
      cli.serve           | core strategies reports.* cli.console cli.run | jackson server
      cli.sweep           | core sweep reports.* cli.console | commons-csv picocli
      cli.gate            | core strategies reports.* jmh.* cli.console cli.plugin cli.run | picocli
      cli                 | core sweep strategies products.* reports.* jmh.* cli.* | picocli
      """;

  @ParameterizedTest
  @MethodSource("rooms")
  void room_usesNothingButWhatItMay(Room room) {
    List<JavaClass> classes = CLASSES.stream().filter(room::holds).toList();
    // A package-info is a class, too.
    assertTrue(classes.size() > 1, () -> room.name() + " has " + classes.size() + " classes");
    List<String> trespasses =
        classes.stream()
            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
            .filter(dependency -> !room.mayUse(dependency.getTargetClass().getBaseComponentType()))
            .map(Dependency::getDescription)
            .sorted()
            .toList();
    assertEquals(List.of(), trespasses);
  }

  @Test
  void everyClass_isInARoomOfTheTable() {
    Set<String> rooms =
        rooms().map(room -> "dev.onbehalf." + room.name()).collect(Collectors.toSet());
    assertEquals(
        Set.of(),
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> !rooms.contains(name))
            .collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void room_isNoHall(Room room) {
    Set<String> files =
        CLASSES.stream()
            .filter(room::holds)
            .map(type -> type.getSource().flatMap(Source::getFileName).orElseThrow())
            .collect(Collectors.toSet());
    assertTrue(files.size() <= 36, () -> room.name() + " has " + files.size() + " files");
  }

  private static Stream<Room> rooms() {
    return TABLE.lines().map(Room::of);
  }

  /** A row of the table. */
  record Room(String name, List<String> packages) {
    static Room of(String row) {
      String[] cells = row.split("\\|", -1);
      String name = cells[0].trim();
      return new Room(
          name,
          Stream.of(
                  Stream.of("java..", "org.jspecify..", "dev.onbehalf." + name),
                  words(cells[1]).flatMap(Room::packages),
                  words(cells[2]).flatMap(ArchitectureTest::library))
              .flatMap(packages -> packages)
              .toList());
    }

    private static Stream<String> packages(String room) {
      return room.equals("core")
          ? CORE.stream().map(name -> "dev.onbehalf." + name + "..")
          : Stream.of("dev.onbehalf." + room.replace(".*", ".."));
    }

    boolean holds(JavaClass type) {
      return type.getPackageName().equals("dev.onbehalf." + name);
    }

    boolean mayUse(JavaClass type) {
      return type.isPrimitive()
          || packages.stream()
              .anyMatch(pattern -> PackageMatcher.of(pattern).matches(type.getPackageName()));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  @Test
  void files_areTouchedByTheCommandLineAlone() {
    noClasses()
        .that()
        // Tests of somebody's own build read the scenarios that lie there.
        .resideOutsideOfPackages(room("cli"), room("junit"))
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "reach files",
                type ->
                    type.getPackageName().startsWith("java.nio.file")
                        || type.getPackageName().startsWith("java.nio.channels")
                        || List.of("File", "FileReader", "FileWriter", "RandomAccessFile")
                            .contains(type.getSimpleName())
                        || type.getName().startsWith("java.io.FileInput")
                        || type.getName().startsWith("java.io.FileOutput")))
        .check(CLASSES);
  }

  @Test
  void sockets_areOpenedByTheCommandLineAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage(room("cli"))
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "open sockets",
                type ->
                    type.getPackageName().startsWith("com.sun.net.httpserver")
                        || type.getPackageName().startsWith("java.net.http")
                        || type.getName().equals("java.net.ServerSocket")))
        .check(CLASSES);
  }

  @Test
  void console_isTouchedByTheCommandLineAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage(room("cli"))
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .accessField(System.class, "in")
        .orShould()
        .callMethod(System.class, "console")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .check(CLASSES);
  }

  @Test
  void clock_comesInThroughConstructors() {
    noClasses()
        .that()
        // Whoever measures time reads a clock.
        .resideOutsideOfPackages(room("cli"), room("jmh"))
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone")
        .check(CLASSES);
  }

  @Test
  void strategies_doNotUseEachOther() {
    classes()
        .that()
        .resideInAPackage(room("strategies"))
        .and()
        .areAssignableTo(CredentialStrategy.class)
        .should(notUseOtherStrategies())
        .check(CLASSES);
  }

  private static ArchCondition<JavaClass> notUseOtherStrategies() {
    return new ArchCondition<>("not use another strategy") {
      @Override
      public void check(JavaClass strategy, ConditionEvents events) {
        strategy.getDirectDependenciesFromSelf().stream()
            .filter(dependency -> isOtherStrategy(dependency, strategy))
            .map(dependency -> SimpleConditionEvent.violated(strategy, dependency.getDescription()))
            .forEach(events::add);
      }
    };
  }

  private static boolean isOtherStrategy(Dependency dependency, JavaClass strategy) {
    JavaClass target = dependency.getTargetClass();
    return !target.equals(strategy)
        && !target.isInterface()
        && target.isAssignableTo(CredentialStrategy.class);
  }

  private static Stream<String> words(String text) {
    return text.isBlank() ? Stream.of() : Stream.of(text.trim().split(" +"));
  }

  private static String room(String name) {
    return "dev.onbehalf." + name + "..";
  }

  private static Stream<String> library(String name) {
    return switch (name) {
      case "jackson" -> Stream.of("tools.jackson..", "com.fasterxml.jackson.annotation..");
      // Jackson's parser, which makes no objects.
      case "json" -> Stream.of("tools.jackson.core..");
      case "yaml-tree" -> Stream.of("tools.jackson.dataformat.yaml..", "org.snakeyaml.engine..");
      // The settings and marks of the parser under Jackson's YAML.
      case "yaml" -> Stream.of("org.snakeyaml.engine..");
      case "jmh" -> Stream.of("org.openjdk.jmh..");
      case "threads" -> Stream.of("com.sun.management");
      case "accp" -> Stream.of("com.amazon.corretto.crypto..");
      case "x509" -> Stream.of("org.bouncycastle..");
      // Of the JDK, though not under java.
      case "crypto" -> Stream.of("javax.crypto..");
      // Of the JDK, though not under java.
      case "tls" -> Stream.of("javax.net.ssl..", "javax.security.auth..");
      case "junit" -> Stream.of("org.junit.jupiter.api..", "org.opentest4j..");
      case "server" -> Stream.of("com.sun.net.httpserver..");
      case "casbin" -> Stream.of("org.casbin.jcasbin.config..", "org.casbin.jcasbin.exception..");
      case "macaroons" -> Stream.of("com.github.nitram509.jmacaroons..");
      case "nimbus" -> Stream.of("com.nimbusds..");
      case "commons-math" -> Stream.of("org.apache.commons.math3..");
      case "commons-statistics" -> Stream.of("org.apache.commons.statistics..");
      case "commons-csv" -> Stream.of("org.apache.commons.csv..");
      case "picocli" -> Stream.of("picocli..");
      // Of the JDK, though not under java.
      case "xml" -> Stream.of("javax.xml..", "org.w3c.dom..", "org.xml.sax..");
      case "freemarker" -> Stream.of("freemarker..");
      default -> throw new IllegalArgumentException(name);
    };
  }
}
