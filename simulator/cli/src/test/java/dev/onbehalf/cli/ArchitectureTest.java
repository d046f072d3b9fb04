package dev.onbehalf.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.onbehalf.strategy.CredentialStrategy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every room of the house uses only the rooms and libraries that it may. */
final class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.onbehalf");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // room     | rooms it may use                                    | libraries it may use
        "scenario   |                                                     | jackson yaml",
        "token      |                                                     | nimbus accp x509 tls macaroons",
        "authz      | scenario token                                      |",
        "strategy   | authz token                                         |",
        "simulation | scenario token authz strategy                       | commons-math",
        "strategies | strategy token authz                                |",
        "reports    | simulation                                          | jackson xml freemarker xchart",
        "jmh        | scenario token authz strategy simulation strategies | jmh threads commons-math commons-statistics jackson",
        "cli        | scenario token authz strategy simulation strategies reports jmh | picocli",
      })
  void room_usesNothingButWhatItMay(String room, String rooms, String library) {
    String[] allowed =
        Stream.of(
                Stream.of("java..", "org.jspecify..", room(room)),
                words(rooms).map(ArchitectureTest::room),
                words(library).flatMap(ArchitectureTest::library))
            .flatMap(packages -> packages)
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage(room(room))
        .should()
        .onlyDependOnClassesThat(resideInAnyPackageOrArePrimitive(allowed))
        .check(CLASSES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "scenario",
        "token",
        "authz",
        "strategy",
        "simulation",
        "strategies",
        "reports",
        "jmh",
        "cli"
      })
  void room_hasClassesToLookAt(String room) {
    long classes =
        CLASSES.stream()
            .filter(type -> type.getPackageName().equals("dev.onbehalf." + room))
            .count();
    // A package-info is a class, too.
    assertTrue(classes > 1, room + " has " + classes);
  }

  @Test
  void everyClass_isInARoomOfTheTable() {
    classes()
        .should()
        .resideInAnyPackage(
            Stream.of(
                    "scenario",
                    "token",
                    "authz",
                    "strategy",
                    "simulation",
                    "strategies",
                    "reports",
                    "jmh",
                    "cli")
                .map(ArchitectureTest::room)
                .toArray(String[]::new))
        .check(CLASSES);
  }

  @Test
  void files_areTouchedByTheCommandLineAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage(room("cli"))
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

  private static DescribedPredicate<JavaClass> resideInAnyPackageOrArePrimitive(
      String... packages) {
    return JavaClass.Predicates.resideInAnyPackage(packages)
        .or(
            DescribedPredicate.describe(
                "primitives and their arrays", type -> type.getBaseComponentType().isPrimitive()));
  }

  private static Stream<String> words(String text) {
    return text == null || text.isBlank() ? Stream.of() : Stream.of(text.trim().split(" +"));
  }

  private static String room(String name) {
    return "dev.onbehalf." + name + "..";
  }

  private static Stream<String> library(String name) {
    return switch (name) {
      case "jackson" -> Stream.of("tools.jackson..", "com.fasterxml.jackson.annotation..");
      // The settings and marks of the parser under Jackson's YAML.
      case "yaml" -> Stream.of("org.snakeyaml.engine..");
      case "jmh" -> Stream.of("org.openjdk.jmh..");
      case "threads" -> Stream.of("com.sun.management");
      case "accp" -> Stream.of("com.amazon.corretto.crypto..");
      case "x509" -> Stream.of("org.bouncycastle..");
      // Of the JDK, though not under java.
      case "tls" -> Stream.of("javax.net.ssl..", "javax.security.auth..");
      case "macaroons" -> Stream.of("com.github.nitram509.jmacaroons..");
      case "nimbus" -> Stream.of("com.nimbusds..");
      case "commons-math" -> Stream.of("org.apache.commons.math3..");
      case "commons-statistics" -> Stream.of("org.apache.commons.statistics..");
      case "picocli" -> Stream.of("picocli..");
      // Of the JDK, though not under java.
      case "xml" -> Stream.of("javax.xml..", "org.w3c.dom..", "org.xml.sax..");
      case "freemarker" -> Stream.of("freemarker..");
      case "xchart" -> Stream.of("org.knowm.xchart..");
      default -> throw new IllegalArgumentException(name);
    };
  }
}
