package dev.onbehalf.token.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;

/** However much the two have to say, and whatever they do, the handshake comes to an end. */
final class TlsHandshakeTest {
  private static final int RECORD = TalkingEngine.PACKET;

  @Test
  void recordsBeyondTheBuffer_arriveInSeveralTurns() throws SSLException {
    TalkingEngine client = new TalkingEngine(9, RECORD);
    TalkingEngine server = new TalkingEngine(7, RECORD);
    assertSame(server.getSession(), TlsHandshake.connect(client, server));
    assertEquals(9 * RECORD, server.heard());
    assertEquals(7 * RECORD, client.heard());
  }

  @Test
  void recordLargerThanTheBuffer_isRefused() {
    assertRefused(new TalkingEngine(1, 100 * RECORD), new TalkingEngine(1, RECORD));
    assertRefused(new TalkingEngine(1, RECORD), new TalkingEngine(1, 100 * RECORD));
  }

  @Test
  void emptyRecordsWithoutEnd_areRefused() {
    assertRefused(new TalkingEngine(Integer.MAX_VALUE, 0), new TalkingEngine(1, RECORD));
  }

  @Test
  void recordsWithoutEnd_areRefused() {
    assertRefused(
        new TalkingEngine(Integer.MAX_VALUE, RECORD), new TalkingEngine(Integer.MAX_VALUE, RECORD));
  }

  private static void assertRefused(TalkingEngine client, TalkingEngine server) {
    assertThrows(SSLException.class, () -> TlsHandshake.connect(client, server));
  }
}
