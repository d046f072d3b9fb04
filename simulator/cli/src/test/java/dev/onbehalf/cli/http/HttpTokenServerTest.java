package dev.onbehalf.cli.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.onbehalf.products.http.ServerException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A token service isn't waited for longer than agreed on. */
final class HttpTokenServerTest {
  @Test
  void slowAnswer_isGivenUp() throws Exception {
    CountDownLatch closing = new CountDownLatch(1);
    HttpTokenServer impatient = new HttpTokenServer(Duration.ofMillis(300));
    try (EngineServer server = new EngineServer(exchange -> await(closing))) {
      URI address = URI.create(server.address());
      for (String line :
          new String[] {
            assertThrows(ServerException.class, () -> impatient.get(address)).line(),
            assertThrows(ServerException.class, () -> impatient.post(address, "", "a=b")).line()
          }) {
        assertEquals("no answer within 0.3 seconds", line);
      }
    } finally {
      closing.countDown();
    }
  }

  private static void await(CountDownLatch closing) {
    try {
      closing.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
