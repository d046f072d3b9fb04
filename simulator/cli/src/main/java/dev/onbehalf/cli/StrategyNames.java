package dev.onbehalf.cli;

import dev.onbehalf.cli.run.Engine;
import java.util.ArrayList;

/** The names of our strategies, by which shells complete a word. */
final class StrategyNames extends ArrayList<String> {
  private static final long serialVersionUID = 1;

  StrategyNames() {
    super(Engine.real().strategies().names());
  }
}
