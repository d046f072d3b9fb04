package dev.onbehalf.cli.console;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onbehalf.text.PrintableText;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * Output that no reader of logs takes for orders. A scenario's words may stand anywhere in it, and
 * services that build software obey a line that begins with {@code ::} (GitHub), or that has {@code
 * ##[}, {@code ##vso[} (Azure) or {@code ##teamcity[} in it.
 */
public final class LogStream extends FilterOutputStream {
  private boolean lineIsBlank = true;
  private int previous = '\n';
  private int hashes;

  private LogStream(OutputStream out) {
    super(new BufferedOutputStream(out));
  }

  /** Prints to the stream, in UTF-8 whatever the locale: signs have to arrive in pipes, too. */
  public static PrintStream to(OutputStream out) {
    return new Log(new LogStream(out));
  }

  /** Begins a line with an order that is meant; what follows on it is none. */
  static void begin(PrintStream stream, String order) {
    if (stream instanceof Log log) {
      log.begin(order);
    } else {
      stream.print(order);
    }
  }

  private void order(String order) throws IOException {
    for (byte octet : order.getBytes(US_ASCII)) {
      out.write(octet);
      note(octet);
    }
  }

  /** Keeps the stream for orders at hand. */
  private static final class Log extends PrintStream {
    private final LogStream orders;

    Log(LogStream orders) {
      super(orders, true, UTF_8);
      this.orders = orders;
    }

    void begin(String order) {
      flush();
      try {
        orders.order(order);
      } catch (IOException e) {
        setError();
      }
    }
  }

  @Override
  public void write(int octet) throws IOException {
    int letter = octet & 0xff;
    if (isOrder(letter)) {
      out.write(PrintableText.escape(letter).getBytes(US_ASCII));
    } else {
      out.write(letter);
    }
    note(letter);
  }

  @Override
  public void write(byte[] octets, int offset, int length) throws IOException {
    for (int i = offset; i < offset + length; i++) {
      write(octets[i]);
    }
    flush();
  }

  private boolean isOrder(int letter) {
    return (letter == ':' && previous == ':' && lineIsBlank)
        || (hashes >= 2 && (letter == '[' || Character.isLetter(letter)));
  }

  private void note(int letter) {
    boolean isLineEnd = letter == '\n' || letter == '\r';
    lineIsBlank = isLineEnd || (lineIsBlank && (isBlank(letter) || letter == ':'));
    hashes = letter == '#' ? hashes + 1 : 0;
    previous = letter;
  }

  /** Octets beyond ASCII count, as some spaces have them. */
  private static boolean isBlank(int letter) {
    return letter <= ' ' || letter >= 0x80;
  }
}
