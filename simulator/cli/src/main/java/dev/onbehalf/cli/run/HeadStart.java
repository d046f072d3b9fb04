package dev.onbehalf.cli.run;

import dev.onbehalf.reports.html.HtmlReport;
import dev.onbehalf.reports.json.ResultJson;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.jose.SigningAlgorithm;
import dev.onbehalf.token.jose.SigningProvider;
import java.time.Clock;
import java.util.List;

/**
 * Loads what a run needs later, on a processor that would be idle: what tokens take while the
 * command line and the scenario are read, what pages take once the verdict is out. Nothing of a run
 * depends on it but how long it takes.
 */
public final class HeadStart {
  private HeadStart() {}

  /** Loads what the verdict takes. */
  public static void begin() {
    start(List.of(HeadStart::issueToken));
  }

  /** Loads what is written in the end. */
  static void goOn() {
    start(List.of(ResultJson::prepare, HtmlReport::prepare));
  }

  private static void start(List<Runnable> steps) {
    Thread thread = new Thread(() -> steps.forEach(HeadStart::take), "head start");
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((head, start) -> {});
    thread.start();
  }

  private static void take(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException | LinkageError e) {
      // The run meets the same obstacle where it matters, and says so.
    }
  }

  private static void issueToken() {
    TokenService service =
        TokenService.seeded(
            DefaultSettings.SEED,
            SigningAlgorithm.ES256,
            SigningProvider.fastest(),
            Clock.systemUTC());
    service.registerClient("agent");
    service.client("agent").actorToken();
  }
}
