package dev.onbehalf.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onbehalf.cli.SecretSource.NoSecretException;
import dev.onbehalf.cli.console.Console;
import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.console.FileName;
import dev.onbehalf.cli.console.OutputFolder;
import dev.onbehalf.cli.console.OutputFolder.OutputException;
import dev.onbehalf.cli.console.Version;
import dev.onbehalf.cli.http.HttpTokenServer;
import dev.onbehalf.products.export.Json;
import dev.onbehalf.products.http.Address;
import dev.onbehalf.products.http.ServerException;
import dev.onbehalf.products.probe.Client;
import dev.onbehalf.products.probe.Findings;
import dev.onbehalf.products.probe.Probe;
import dev.onbehalf.products.probe.Question;
import dev.onbehalf.text.PrintableText;
import dev.onbehalf.token.jose.CompactToken;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks a token service what it puts into tokens and what it refuses. */
@Command(
    name = "probe",
    description = {
      "Asks a token service for a dozen tokens, each once, and says what its answers prove.",
      "Best at a server for tests, with a user on whom nothing hangs."
    },
    footer = {
      "",
      "Secrets and the user's token are no arguments, and are neither shown nor kept:",
      "without the options for files they are taken from the environment, from",
      "PROBE_CLIENT_SECRET, PROBE_OTHER_CLIENT_SECRET and PROBE_USER_TOKEN."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ProbeCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "ISSUER", description = "its address; https://, or on this machine")
  private String issuer = "";

  @Option(
      names = "--client",
      required = true,
      paramLabel = "ID",
      description = "the agent, for whom the user's token is")
  private String client = "";

  @Option(
      names = "--other-client",
      required = true,
      paramLabel = "ID",
      description = "another agent, which the first hands on to")
  private String otherClient = "";

  @Option(
      names = "--audience",
      required = true,
      paramLabel = "NAME",
      description = "the resource to get tokens for")
  private String audience = "";

  @Option(
      names = "--other-audience",
      paramLabel = "NAME",
      description = "a resource that the user's token isn't meant for")
  private Optional<String> otherAudience = Optional.empty();

  @Option(
      names = "--scope",
      paramLabel = "AUDIENCE=SCOPE",
      description = "a scope to ask for with an audience, or with a client as one")
  private Map<String, String> scopes = new TreeMap<>();

  @Option(
      names = "--user-token",
      paramLabel = "FILE",
      description = "the user's access token; - for standard input")
  private Optional<String> userToken = Optional.empty();

  @Option(names = "--client-secret", paramLabel = "FILE", description = "the client's secret")
  private Optional<String> clientSecret = Optional.empty();

  @Option(
      names = "--other-client-secret",
      paramLabel = "FILE",
      description = "the other client's secret")
  private Optional<String> otherClientSecret = Optional.empty();

  @Option(
      names = "--json",
      paramLabel = "FILE",
      converter = FileName.class,
      description = "where to write the same as JSON")
  private Optional<String> json = Optional.empty();

  ProbeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws OutputException {
    check();
    try {
      return probe(question()).code();
    } catch (NoSecretException e) {
      console.err().println(e.line());
      return ExitCode.INVALID_INPUT.code();
    }
  }

  private void check() {
    Address.problem(issuer).ifPresent(why -> refuse(PrintableText.quoted(issuer) + " " + why));
    if (client.equals(otherClient)) {
      refuse("`--client` and `--other-client` are two");
    }
    if (otherAudience.equals(Optional.of(audience))) {
      refuse("`--audience` and `--other-audience` are two");
    }
  }

  private void refuse(String problem) {
    throw new ParameterException(spec.commandLine(), problem);
  }

  private Question question() throws NoSecretException {
    return new Question(
        issuer,
        new Client(client, secret("--client-secret", clientSecret, "PROBE_CLIENT_SECRET")),
        new Client(
            otherClient,
            secret("--other-client-secret", otherClientSecret, "PROBE_OTHER_CLIENT_SECRET")),
        audience,
        otherAudience,
        scopes,
        new CompactToken(
            new SecretSource("--user-token", userToken, "PROBE_USER_TOKEN", SecretSource.TOKEN)
                .read(console)));
  }

  private String secret(String option, Optional<String> file, String variable)
      throws NoSecretException {
    return new SecretSource(option, file, variable, SecretSource.CLIENT_SECRET).read(console);
  }

  private ExitCode probe(Question question) throws OutputException {
    try {
      Findings findings = Probe.of(new HttpTokenServer(), question, Clock.systemUTC());
      findings.lines().forEach(console.out()::println);
      if (json.isPresent()) {
        write(findings, console.workingDirectory().resolve(json.get()));
      }
      return ExitCode.OK;
    } catch (ServerException e) {
      console.err().println(PrintableText.escaped(issuer) + ": " + e.line());
      return ExitCode.INVALID_INPUT;
    }
  }

  private static void write(Findings findings, Path file) throws OutputException {
    OutputFolder folder = new OutputFolder(file.resolveSibling(""));
    folder.create();
    folder.write(file.getFileName().toString(), Json.text(findings.members()).getBytes(UTF_8));
  }
}
