package dev.onbehalf.token.workload;

import java.nio.ByteBuffer;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** An engine that has so many records to say and is content with whatever it hears. */
final class TalkingEngine extends SSLEngine {
  static final int PACKET = session().getPacketBufferSize();

  private static final int MOST_CALLS = 10_000;

  private final SSLSession session = session();
  private final int size;
  private int left;
  private int heard;
  private int calls;

  TalkingEngine(int records, int size) {
    left = records;
    this.size = size;
  }

  private static SSLSession session() {
    try {
      return SSLContext.getDefault().createSSLEngine().getSession();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** How many octets it heard. */
  int heard() {
    return heard;
  }

  @Override
  public SSLEngineResult wrap(ByteBuffer[] content, int offset, int length, ByteBuffer record) {
    calls++;
    if (calls > MOST_CALLS) {
      throw new AssertionError("still asked after " + MOST_CALLS + " calls");
    }
    if (record.remaining() < size) {
      return result(Status.BUFFER_OVERFLOW, 0, 0);
    }
    record.put(new byte[size]);
    left--;
    return result(Status.OK, 0, size);
  }

  @Override
  public SSLEngineResult unwrap(ByteBuffer record, ByteBuffer[] content, int offset, int length) {
    int octets = Math.min(PACKET, record.remaining());
    record.position(record.position() + octets);
    heard += octets;
    return result(Status.OK, octets, 0);
  }

  private SSLEngineResult result(Status status, int consumed, int produced) {
    return new SSLEngineResult(status, getHandshakeStatus(), consumed, produced);
  }

  @Override
  public HandshakeStatus getHandshakeStatus() {
    return left > 0 ? HandshakeStatus.NEED_WRAP : HandshakeStatus.NOT_HANDSHAKING;
  }

  @Override
  public SSLSession getSession() {
    return session;
  }

  @Override
  public void beginHandshake() {}

  @Override
  public @Nullable Runnable getDelegatedTask() {
    return null;
  }

  @Override
  public void closeInbound() {}

  @Override
  public boolean isInboundDone() {
    return false;
  }

  @Override
  public void closeOutbound() {}

  @Override
  public boolean isOutboundDone() {
    return false;
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return new String[0];
  }

  @Override
  public String[] getEnabledCipherSuites() {
    return new String[0];
  }

  @Override
  public void setEnabledCipherSuites(String[] suites) {}

  @Override
  public String[] getSupportedProtocols() {
    return new String[0];
  }

  @Override
  public String[] getEnabledProtocols() {
    return new String[0];
  }

  @Override
  public void setEnabledProtocols(String[] protocols) {}

  @Override
  public void setUseClientMode(boolean mode) {}

  @Override
  public boolean getUseClientMode() {
    return false;
  }

  @Override
  public void setNeedClientAuth(boolean need) {}

  @Override
  public boolean getNeedClientAuth() {
    return false;
  }

  @Override
  public void setWantClientAuth(boolean want) {}

  @Override
  public boolean getWantClientAuth() {
    return false;
  }

  @Override
  public void setEnableSessionCreation(boolean enable) {}

  @Override
  public boolean getEnableSessionCreation() {
    return true;
  }
}
