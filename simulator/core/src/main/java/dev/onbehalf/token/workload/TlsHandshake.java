package dev.onbehalf.token.workload;

import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;

/** A client and a server that hand each other their TLS records in memory (RFC 8446 section 2). */
final class TlsHandshake {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  /** More turns than any two take that come to an end: RFC 8446 section 2 has three flights. */
  private static final int MOST_TURNS = 64;

  private final Side client;
  private final Side server;

  private TlsHandshake(SSLEngine client, SSLEngine server) {
    this.client = new Side(client);
    this.server = new Side(server);
  }

  /**
   * Connects the two.
   *
   * @return the session as the server knows it
   * @throws SSLException when one of them refuses the other
   */
  static SSLSession connect(SSLEngine client, SSLEngine server) throws SSLException {
    client.beginHandshake();
    server.beginHandshake();
    new TlsHandshake(client, server).run();
    return server.getSession();
  }

  private void run() throws SSLException {
    boolean progress = true;
    for (int turn = 0; progress && turn < MOST_TURNS; turn++) {
      boolean spoken = client.speak(server);
      progress = server.speak(client) || spoken;
    }
    client.requireDone();
    server.requireDone();
  }

  /** One of the two, with the records that have reached it. */
  private static final class Side {
    private final SSLEngine engine;
    private final ByteBuffer received;
    private final ByteBuffer content;

    Side(SSLEngine engine) {
      this.engine = engine;
      // several records can be on their way at once
      received = ByteBuffer.allocate(4 * engine.getSession().getPacketBufferSize());
      content = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
    }

    /** Takes in what has arrived and answers; whether there was anything to do. */
    boolean speak(Side other) throws SSLException {
      boolean progress = hear();
      while (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP && tell(other)) {
        progress = true;
      }
      return progress;
    }

    /** Hands over a record; not where there's no room for it before the other has listened. */
    private boolean tell(Side other) throws SSLException {
      int octets = engine.wrap(NOTHING.duplicate(), other.received).bytesProduced();
      runTasks();
      return octets > 0;
    }

    private boolean hear() throws SSLException {
      received.flip();
      int before = received.remaining();
      int unread = before + 1;
      while (received.hasRemaining() && received.remaining() < unread) {
        unread = received.remaining();
        engine.unwrap(received, content);
        runTasks();
      }
      boolean heard = received.remaining() < before;
      received.compact();
      return heard;
    }

    private void runTasks() {
      Runnable task = engine.getDelegatedTask();
      while (task != null) {
        task.run();
        task = engine.getDelegatedTask();
      }
    }

    void requireDone() throws SSLException {
      if (engine.getHandshakeStatus() != HandshakeStatus.NOT_HANDSHAKING) {
        throw new SSLException("the handshake stops at " + engine.getHandshakeStatus());
      }
    }
  }
}
