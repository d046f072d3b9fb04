package dev.onbehalf.cli.sweep;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onbehalf.cli.console.OutputFolder;
import dev.onbehalf.cli.console.OutputFolder.OutputException;
import dev.onbehalf.reports.exchange.SweepTable;
import dev.onbehalf.reports.exchange.SweepTable.Row;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The table of a sweep on disk, which grows row by row, so that a sweep can go on where it was. */
public record SweepFile(Path path) {
  /** The name of the table in the folder for results. */
  public static final String NAME = "sweep.csv";

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).build();

  private static final ByteBuffer HEADER =
      ByteBuffer.wrap(SweepTable.header().getBytes(UTF_8)).asReadOnlyBuffer();
  private static final byte LINE_FEED = '\n';

  /** Begins the table anew. */
  void begin() throws OutputException {
    try {
      Files.writeString(path, SweepTable.header());
    } catch (IOException e) {
      throw new OutputException(path, OutputFolder.reason(e));
    }
  }

  /**
   * Cuts off the row that was being written when a sweep ended; begins where there is no table.
   *
   * @throws OutputException when the file is no table of a sweep, which is left as it is
   */
  void mend() throws OutputException {
    if (!Files.exists(path)) {
      begin();
    }
    try (FileChannel channel =
        FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer first = ByteBuffer.allocate(HEADER.capacity());
      channel.read(first);
      if (!first.flip().equals(HEADER)) {
        throw new OutputException(path, "there is no table of a sweep to resume");
      }
      channel.truncate(endOfLastRow(channel));
    } catch (IOException e) {
      throw new OutputException(path, OutputFolder.reason(e));
    }
  }

  private static long endOfLastRow(FileChannel channel) throws IOException {
    long end = channel.size();
    ByteBuffer last = ByteBuffer.allocate(1);
    while (channel.read(last.clear(), end - 1) == 1 && last.get(0) != LINE_FEED) {
      end--;
    }
    return end;
  }

  /** Adds rows, and has them on disk. */
  void add(List<Row> rows) throws OutputException {
    try (BufferedWriter writer = Files.newBufferedWriter(path, UTF_8, StandardOpenOption.APPEND)) {
      for (Row row : rows) {
        writer.write(row.csv());
      }
    } catch (IOException e) {
      throw new OutputException(path, OutputFolder.reason(e));
    }
  }

  /** Hands all rows to the reader, who takes as many as it likes at a time. */
  public void read(Reader reader) throws OutputException {
    try (BufferedReader text = Files.newBufferedReader(path, UTF_8);
        CSVParser parser = FORMAT.parse(text)) {
      reader.read(parser.stream().map(SweepFile::row).iterator());
    } catch (IOException | UncheckedIOException e) {
      throw new OutputException(path, "there is no table of a sweep to resume");
    }
  }

  private static Row row(CSVRecord record) {
    if (!record.isConsistent()) {
      throw new UncheckedIOException(new IOException("a row has other columns"));
    }
    return new Row(record.toList());
  }

  /** Takes rows. */
  @FunctionalInterface
  public interface Reader {
    /** Reads what it wants. */
    void read(Iterator<Row> rows) throws OutputException;
  }
}
