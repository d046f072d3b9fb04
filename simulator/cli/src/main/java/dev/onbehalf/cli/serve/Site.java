package dev.onbehalf.cli.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onbehalf.cli.console.Bundled;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** What can be had without running anything: the page and what it consists of. */
final class Site {
  private static final String JAVASCRIPT = "text/javascript";

  /** Only what bears the nonce is run or styles the page, and nothing is fetched from elsewhere. */
  private static final String POLICY =
      "default-src 'none'; script-src 'nonce-%1$s';"
          + " style-src 'self' 'nonce-%1$s'; connect-src 'self'; frame-src 'self'; img-src data:;"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /** The report runs nothing, whatever a scenario is called. */
  private static final String FRAME_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'self'";

  private final SecureRandom random = new SecureRandom();
  private final EditorModules modules = EditorModules.bundled();

  /** What lies at the path. */
  Optional<Reply> at(String path) {
    return switch (path) {
      case "/" -> Optional.of(page());
      case "/frame" -> Optional.of(Reply.page(text("frame.html"), FRAME_POLICY));
      case "/playground.js" -> Optional.of(Reply.of(JAVASCRIPT, text("playground.js")));
      case "/playground.css" -> Optional.of(Reply.of("text/css", text("playground.css")));
      case "/schema.json" -> Optional.of(Reply.json(Bundled.schema()));
      case "/examples.json" -> Optional.of(Reply.json(Examples.json()));
      default -> modules.at(path).map(text -> Reply.of(JAVASCRIPT, text));
    };
  }

  private Reply page() {
    byte[] bytes = new byte[18];
    random.nextBytes(bytes);
    String nonce = Base64.getUrlEncoder().encodeToString(bytes);
    String page =
        text("playground.html").replace("NONCE", nonce).replace("IMPORTS", modules.imports());
    return Reply.page(page, POLICY.formatted(nonce));
  }

  private static String text(String name) {
    try (InputStream stream = Site.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("sim.jar lacks " + name);
      }
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
