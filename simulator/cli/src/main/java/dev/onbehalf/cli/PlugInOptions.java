package dev.onbehalf.cli;

import dev.onbehalf.cli.console.FileName;
import dev.onbehalf.cli.plugin.BadPlugInException;
import dev.onbehalf.cli.plugin.PlugInJar;
import dev.onbehalf.cli.run.Engine;
import dev.onbehalf.cli.run.StrategyCatalogue;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.GuardedStrategy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which strategies by others to use besides those of the program. */
final class PlugInOptions {
  private static final String OURS = "this program";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--plugins",
      paramLabel = "JAR",
      converter = FileName.class,
      description = "use the strategies of this jar, too; may be given several times")
  private List<String> jars = new ArrayList<>();

  @Option(
      names = "--plugin-timeout",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description = "how long a call of a plug-in may take (${DEFAULT-VALUE})")
  private int timeout;

  /**
   * The strategies of the engine and of the plug-ins.
   *
   * @throws BadPlugInException when a plug-in can't be used
   */
  StrategyCatalogue strategies(Engine engine, Path folder) throws BadPlugInException {
    if (timeout < 1) {
      throw new ParameterException(
          command.commandLine(),
          "expected a `--plugin-timeout` of 1 or more, but found " + timeout);
    }
    List<CredentialStrategy> all = new ArrayList<>(engine.strategies().all());
    all.addAll(loaded(folder, owners(all)));
    return new StrategyCatalogue(all);
  }

  /** The options as they were given. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    jars.forEach(jar -> arguments.addAll(List.of("--plugins", jar)));
    if (!jars.isEmpty()) {
      arguments.addAll(List.of("--plugin-timeout", String.valueOf(timeout)));
    }
    return arguments;
  }

  private List<GuardedStrategy> loaded(Path folder, Map<String, String> owners)
      throws BadPlugInException {
    List<GuardedStrategy> loaded = new ArrayList<>();
    List<BadPlugInException> bad = new ArrayList<>();
    for (String jar : jars) {
      try {
        for (GuardedStrategy strategy : PlugInJar.load(folder, jar, Duration.ofSeconds(timeout))) {
          requireUnique(jar, strategy.about().name(), owners);
          loaded.add(strategy);
        }
      } catch (BadPlugInException e) {
        bad.add(e);
      }
    }
    if (!bad.isEmpty()) {
      throw BadPlugInException.of(bad);
    }
    return loaded;
  }

  private static Map<String, String> owners(List<CredentialStrategy> ours) {
    Map<String, String> owners = new LinkedHashMap<>();
    ours.forEach(strategy -> owners.put(strategy.about().name(), OURS));
    return owners;
  }

  private static void requireUnique(String jar, String name, Map<String, String> owners)
      throws BadPlugInException {
    Optional<String> other = Optional.ofNullable(owners.putIfAbsent(name, jar));
    if (other.isPresent()) {
      throw new BadPlugInException(
          jar, "its strategy `%s` has the name of one of %s".formatted(name, quoted(other.get())));
    }
  }

  private static String quoted(String owner) {
    return owner.equals(OURS) ? OURS : "`" + owner + "`";
  }
}
