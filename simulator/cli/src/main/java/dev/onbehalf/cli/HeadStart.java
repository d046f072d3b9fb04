package dev.onbehalf.cli;

import dev.onbehalf.cli.run.DefaultSettings;
import dev.onbehalf.reports.html.HtmlReport;
import dev.onbehalf.reports.json.ResultJson;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.jose.SigningAlgorithm;
import dev.onbehalf.token.jose.SigningProvider;
import java.time.Clock;
import java.util.List;

/**
 * Loads what a run needs later, on a processor that would be idle while the command line and the
 * scenario are read. Nothing of a run depends on it but how long it takes.
 */
final class HeadStart {
  private static final List<Runnable> STEPS =
      List.of(HeadStart::issueToken, ResultJson::prepare, HtmlReport::prepare);

  private HeadStart() {}

  static void begin() {
    Thread thread = new Thread(() -> STEPS.forEach(HeadStart::take), "head start");
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
