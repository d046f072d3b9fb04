package dev.onbehalf.cli;

import dev.onbehalf.cli.console.Console;
import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.http.HttpConnection;
import dev.onbehalf.cli.run.DefaultSettings;
import dev.onbehalf.cli.run.ScenarioFiles.ScenarioFile;
import dev.onbehalf.products.authzen.AuthZenEngine;
import dev.onbehalf.products.authzen.Comparison;
import dev.onbehalf.products.http.Address;
import dev.onbehalf.products.http.ServerException;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.live.RequestSampler;
import dev.onbehalf.simulation.live.SimulationSettings;
import dev.onbehalf.text.PrintableText;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which policy engine to ask whether it says what the sentences say. */
final class EngineOption {
  private static final String AUTHZEN = "authzen=";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--engine",
      paramLabel = "authzen=URL",
      description = "ask this policy engine every request, and exit with 1 if it differs")
  private Optional<String> engine = Optional.empty();

  /** Refuses what is no engine. */
  void check() {
    engine.flatMap(EngineOption::problem).ifPresent(this::refuse);
    if (token().filter(one -> !SecretSource.TOKEN.matcher(one).matches()).isPresent()) {
      refuse("AUTHZEN_TOKEN holds no bearer token");
    }
  }

  private void refuse(String problem) {
    throw new ParameterException(command.commandLine(), problem);
  }

  private static Optional<String> problem(String engine) {
    return engine.startsWith(AUTHZEN)
        ? Address.problem(url(engine)).map(why -> PrintableText.quoted(url(engine)) + " " + why)
        : Optional.of("expected `--engine` authzen=URL, but found " + PrintableText.quoted(engine));
  }

  private static String url(String engine) {
    return engine.substring(AUTHZEN.length());
  }

  /** Asks the engine, if one is named, about each of the scenarios. */
  ExitCode ask(List<ScenarioFile> scenarios, Console console) {
    ExitCode worst = ExitCode.OK;
    for (ScenarioFile file : engine.isPresent() ? scenarios : List.<ScenarioFile>of()) {
      worst = worst.or(ask(file, Address.of(url(engine.orElseThrow())), console));
    }
    return worst;
  }

  private static Optional<String> token() {
    return Optional.ofNullable(System.getenv("AUTHZEN_TOKEN"));
  }

  private static ExitCode ask(ScenarioFile file, Address address, Console console) {
    try {
      Scenario scenario = file.scenario();
      List<Request> requests =
          RequestSampler.sample(
              scenario, SimulationSettings.DEFAULT_LIVE_LIMIT, DefaultSettings.SEED);
      Comparison comparison =
          Comparison.of(
              scenario, requests, new AuthZenEngine(new HttpConnection(address, token())));
      EngineWords words = new EngineWords(file.file(), scenario, address.toString());
      words.lines(comparison, requests.size()).forEach(console.out()::println);
      return comparison.differences().isEmpty() ? ExitCode.OK : ExitCode.EXPECTATION_FAILED;
    } catch (ServerException e) {
      console.complain(
          List.of(PrintableText.escaped(file.file() + ": " + address) + ": " + e.line()));
      return ExitCode.INVALID_INPUT;
    }
  }
}
