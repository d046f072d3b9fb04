package dev.onbehalf.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.simulation.StrategyContract;
import dev.onbehalf.strategy.CredentialStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Every registered strategy keeps the contract, and every strategy class is registered. */
@Execution(ExecutionMode.CONCURRENT)
final class StrategyContractTest {
  private static List<CredentialStrategy> registered() {
    return ServiceLoader.load(CredentialStrategy.class).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  @TestFactory
  Stream<DynamicContainer> strategy_keepsTheContract() {
    return registered().stream()
        .map(
            strategy ->
                DynamicContainer.dynamicContainer(
                    strategy.about().name(), StrategyContract.of(strategy)));
  }

  @Test
  void names_areUnique() {
    List<String> names = registered().stream().map(strategy -> strategy.about().name()).toList();
    assertEquals(names.stream().distinct().toList(), names);
  }

  @Test
  void strategyClasses_areAllRegistered() throws IOException {
    try (Stream<Path> sources = Files.list(Path.of("src/main/java/dev/onbehalf/strategies"))) {
      List<String> classes =
          sources
              .map(source -> source.getFileName().toString().replace(".java", ""))
              .filter(name -> !name.equals("package-info"))
              .sorted()
              .toList();
      assertEquals(
          classes,
          registered().stream()
              .map(strategy -> strategy.getClass().getSimpleName())
              .sorted()
              .toList());
    }
  }
}
