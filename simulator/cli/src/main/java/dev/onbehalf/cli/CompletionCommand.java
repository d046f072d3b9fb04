package dev.onbehalf.cli;

import dev.onbehalf.cli.console.Console;
import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.console.Version;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a script by which a shell completes the command line of the launcher. */
@Command(
    name = "completion",
    description = "Prints a completion script: source <(./sim completion bash)",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class CompletionCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  // The script is the same: in zsh it begins with bashcompinit.
  @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}")
  private Shell unusedShell = Shell.BASH;

  CompletionCommand(Console console) {
    this.console = console;
  }

  /** The shells there are scripts for. */
  enum Shell {
    BASH,
    ZSH
  }

  @Override
  public Integer call() {
    console.out().print(AutoComplete.bash("sim", spec.parent().commandLine()));
    return ExitCode.OK.code();
  }
}
