package dev.onbehalf.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The commands in the fenced blocks of a page, in their order. Where a line of a block begins with
 * a dollar sign, those that do are commands, and the others are what they print; else a block whose
 * first line is a command holds nothing else.
 */
final class PageCommands {
  private static final String FENCE = "```";
  private static final Set<String> SHELLS = Set.of("", "sh", "bash", "console");
  private static final Pattern COMMAND =
      Pattern.compile("(java|\\./\\S+|mvn|source|docker|jupyter|[a-z]+/[a-z]+)( .*)?");
  private static final Pattern COMMENT = Pattern.compile(" +# .*$");
  private static final Pattern AND = Pattern.compile(" && ");
  private static final String PROMPT = "$ ";

  private PageCommands() {}

  /** A command, and the lines that the page shows of its output, if it shows any. */
  record PageCommand(String words, List<String> shown) {}

  /** The commands of the page. */
  static List<PageCommand> of(String page) {
    List<PageCommand> commands = new ArrayList<>();
    Optional<List<String>> block = Optional.empty();
    for (String line : page.lines().toList()) {
      if (block.isEmpty() && line.startsWith(FENCE)) {
        block = Optional.of(new ArrayList<>(List.of(line.substring(FENCE.length()))));
      } else if (line.equals(FENCE)) {
        block.ifPresent(lines -> commands.addAll(ofFenced(lines)));
        block = Optional.empty();
      } else {
        block.ifPresent(lines -> lines.add(line));
      }
    }
    return commands;
  }

  private static List<PageCommand> ofFenced(List<String> lines) {
    return SHELLS.contains(lines.get(0)) ? ofBlock(lines.subList(1, lines.size())) : List.of();
  }

  private static List<PageCommand> ofBlock(List<String> lines) {
    if (lines.stream().anyMatch(line -> line.startsWith(PROMPT))) {
      return ofSession(lines);
    }
    boolean commands = !lines.isEmpty() && COMMAND.matcher(lines.get(0)).matches();
    return lines.stream()
        .filter(line -> (commands && !line.isBlank()) || line.contains("sim.jar"))
        .map(line -> COMMENT.matcher(line).replaceFirst(""))
        .flatMap(AND::splitAsStream)
        .map(words -> new PageCommand(words, List.of()))
        .toList();
  }

  private static List<PageCommand> ofSession(List<String> lines) {
    List<PageCommand> commands = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith(PROMPT)) {
        commands.add(new PageCommand(line.substring(PROMPT.length()), new ArrayList<>()));
      } else if (!commands.isEmpty()) {
        commands.get(commands.size() - 1).shown().add(line);
      }
    }
    return commands;
  }
}
