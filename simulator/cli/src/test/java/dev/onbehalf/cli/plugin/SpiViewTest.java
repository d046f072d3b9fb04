package dev.onbehalf.cli.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.onbehalf.simulation.Simulator;
import dev.onbehalf.strategy.GuardedStrategy;
import dev.onbehalf.token.TokenService;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A plug-in sees all that strategies are written with, and nothing that runs them. */
final class SpiViewTest {
  private final SpiView view = new SpiView(SpiViewTest.class.getClassLoader());

  /** What the strategies of the program do, those of others can do. */
  @Test
  void whatOurStrategiesUse_isSeen() throws ClassNotFoundException {
    TreeSet<String> used = new TreeSet<>();
    new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.onbehalf.strategies")
            .stream()
            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
            .map(dependency -> dependency.getTargetClass().getBaseComponentType())
            .filter(type -> type.getPackageName().startsWith("dev.onbehalf."))
            .filter(type -> !type.getPackageName().equals("dev.onbehalf.strategies"))
            .map(JavaClass::getName)
            .forEach(used::add);
    assertFalse(used.isEmpty());
    for (String name : used) {
      assertEquals(name, view.loadClass(name).getName());
    }
  }

  @Test
  void whatRunsStrategies_isNotSeen() {
    for (Class<?> hidden :
        List.of(Simulator.class, TokenService.class, GuardedStrategy.class, SpiView.class)) {
      assertThrows(ClassNotFoundException.class, () -> view.loadClass(hidden.getName()));
    }
  }
}
