package dev.onbehalf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Every attack is played by a test that is there, or out of scope for a reason that is given. */
final class ThreatTableTest {
  private static final Path ROOT = Path.of("../..");
  private static final int LAST = 37;
  private static final Set<String> TESTS = Set.of("Test", "ParameterizedTest", "TestFactory");
  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+(?:Test|IT))(?:#(\\w+))?`");

  private final Map<String, Set<String>> known = new HashMap<>();

  @Test
  void rows_areAllThereAndSayWhatTheyAreShownBy() throws IOException {
    List<List<String>> rows = rows();
    assertEquals(
        IntStream.rangeClosed(0, LAST).mapToObj(String::valueOf).toList(),
        rows.stream().map(row -> row.get(1)).toList());
    for (List<String> row : rows) {
      assertTrue(
          row.get(3).matches("out of scope: .+") || NAMED.matcher(row.get(4)).find(),
          () -> row + " names no test and gives no reason");
    }
  }

  @Test
  void namedTests_areThere() throws IOException {
    List<MatchResult> named = NAMED.matcher(security()).results().toList();
    assertTrue(named.size() > LAST);
    for (MatchResult test : named) {
      Set<String> methods = methods(test.group(1));
      assertTrue(
          test.group(2) == null ? !methods.isEmpty() : methods.contains(test.group(2)),
          () -> test.group() + " is no test");
    }
  }

  private static String security() throws IOException {
    return Files.readString(ROOT.resolve("SECURITY.md"));
  }

  private static List<List<String>> rows() throws IOException {
    return security()
        .lines()
        .filter(line -> line.matches("\\| \\d+ \\|.*"))
        .map(line -> Stream.of(line.split("\\|", -1)).map(String::strip).toList())
        .toList();
  }

  /** The tests of the class, as its source says, so that those of every module are found. */
  private Set<String> methods(String test) throws IOException {
    Set<String> methods = known.get(test);
    if (methods == null) {
      methods = read(test);
      known.put(test, methods);
    }
    return methods;
  }

  private static Set<String> read(String test) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Set<String> methods = new HashSet<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources(test)));
      for (CompilationUnitTree source : task.parse()) {
        source.getTypeDecls().forEach(type -> addTests((ClassTree) type, methods));
      }
    }
    return methods;
  }

  private static List<Path> sources(String test) throws IOException {
    List<Path> found = new ArrayList<>();
    for (String module :
        List.of("simulator/core", "simulator/products", "simulator/cli", "strategies", "reports")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
        files.filter(file -> file.endsWith(test + ".java")).forEach(found::add);
      }
    }
    return found;
  }

  private static void addTests(ClassTree type, Set<String> methods) {
    type.getMembers().stream()
        .filter(MethodTree.class::isInstance)
        .map(MethodTree.class::cast)
        .filter(ThreatTableTest::isTest)
        .forEach(method -> methods.add(method.getName().toString()));
  }

  private static boolean isTest(MethodTree method) {
    return method.getModifiers().getAnnotations().stream()
        .map(AnnotationTree::getAnnotationType)
        .anyMatch(type -> TESTS.contains(type.toString()));
  }
}
