package dev.onbehalf.cli.sweep;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onbehalf.cli.console.OutputFolder;
import dev.onbehalf.cli.console.OutputFolder.OutputException;
import dev.onbehalf.reports.exchange.SweepTable;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The table of a sweep on disk, which grows row by row, so that a sweep can go on where it was. */
public record SweepFile(Path path) {
  /** The name of the table in the folder for results. */
  public static final String NAME = "sweep.csv";

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).build();

  private static final byte LINE_FEED = '\n';

  /** Begins the table anew. */
  public void begin() throws OutputException {
    try {
      Files.writeString(path, SweepTable.header());
    } catch (IOException e) {
      throw new OutputException(path, OutputFolder.reason(e));
    }
  }

  /**
   * The keys of the rows that there are, without the one that was being written when a sweep ended.
   *
   * @throws OutputException when the file is no table of a sweep, or can't be read
   */
  public Set<String> resume() throws OutputException {
    if (!Files.exists(path)) {
      begin();
    }
    try {
      cutTornRow();
      Set<String> keys = new HashSet<>();
      forEach(row -> keys.add(row.get("key")));
      return keys;
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new OutputException(path, "there is no table of a sweep to resume");
    }
  }

  private void cutTornRow() throws IOException {
    byte[] bytes = Files.readAllBytes(path);
    int whole = bytes.length;
    while (whole > 0 && bytes[whole - 1] != LINE_FEED) {
      whole--;
    }
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      channel.truncate(whole);
    }
    if (!new String(bytes, 0, whole, UTF_8).startsWith(SweepTable.header())) {
      throw new IOException("the columns aren't those of a sweep");
    }
  }

  /** Adds rows, and has them on disk. */
  public void add(List<SweepTable.Row> rows) throws OutputException {
    try (BufferedWriter writer = Files.newBufferedWriter(path, UTF_8, StandardOpenOption.APPEND)) {
      for (SweepTable.Row row : rows) {
        writer.write(SweepTable.render(row));
      }
    } catch (IOException e) {
      throw new OutputException(path, OutputFolder.reason(e));
    }
  }

  /** Hands every row to the reader, by the names of the columns. */
  public void forEach(Consumer<Map<String, String>> reader) throws IOException {
    try (BufferedReader text = Files.newBufferedReader(path, UTF_8);
        CSVParser parser = FORMAT.parse(text)) {
      for (CSVRecord row : parser) {
        reader.accept(row.toMap());
      }
    }
  }
}
