package dev.onbehalf.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onbehalf.cli.console.Console;
import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.console.FileName;
import dev.onbehalf.cli.console.OutputFolder;
import dev.onbehalf.cli.console.OutputFolder.OutputException;
import dev.onbehalf.cli.console.Version;
import dev.onbehalf.cli.run.Engine;
import dev.onbehalf.reports.html.HtmlProducts;
import dev.onbehalf.text.PrintableText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says what strategies enforce on the products that there are profiles of. */
@Command(
    name = "products",
    description = {
      "Says what strategies enforce where a product issues the tokens, and how one knows.",
      "The figures are policies of the scenarios that come with the program."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ProductsCommand implements Callable<Integer> {
  private final Engine engine;
  private final Console console;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      converter = FileName.class,
      defaultValue = "reports/out",
      description = "the folder for " + HtmlProducts.FILE_NAME + " (${DEFAULT-VALUE})")
  private String out = "";

  ProductsCommand(Engine engine, Console console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() throws OutputException {
    ProductTable table = ProductTable.of(engine);
    table.lines().forEach(console.out()::println);
    OutputFolder folder = new OutputFolder(console.workingDirectory().resolve(out));
    folder.create();
    folder.writeRendering(HtmlProducts.FILE_NAME, table.html().getBytes(UTF_8));
    console.out().println("report " + PrintableText.escaped(folder.shown(HtmlProducts.FILE_NAME)));
    return ExitCode.OK.code();
  }
}
