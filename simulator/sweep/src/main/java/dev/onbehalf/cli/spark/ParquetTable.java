package dev.onbehalf.cli.spark;

import dev.onbehalf.cli.console.OutputFolder.OutputException;
import dev.onbehalf.cli.sweep.Batches;
import dev.onbehalf.cli.sweep.SweepFile;
import dev.onbehalf.reports.exchange.SweepTable;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The table of a sweep in Parquet, of which numbers are numbers. */
final class ParquetTable {
  private static final Set<String> NUMBERS =
      Set.of("users", "agents", "resources", "policies", "requests");

  private static final StructType SCHEMA =
      DataTypes.createStructType(
          SweepTable.COLUMNS.stream()
              .map(column -> DataTypes.createStructField(column, type(column), true))
              .toList());

  /** Few enough to be sent to the machine that writes them. */
  private static final int ROWS_OF_A_FILE = 20_000;

  private final SparkSession spark;
  private final String path;

  /** The table in a folder that may be of any file system that Spark knows. */
  ParquetTable(SparkSession spark, String folder) {
    this.spark = spark;
    this.path = (folder.endsWith("/") ? folder : folder + "/") + "sweep.parquet";
  }

  String path() {
    return path;
  }

  /** Writes all rows in the place of those that were there. */
  void write(SweepFile table) throws OutputException {
    table.read(this::write);
  }

  private void write(Iterator<SweepTable.Row> rows) {
    SaveMode mode = SaveMode.Overwrite;
    do {
      List<Row> some =
          Batches.next(rows, ROWS_OF_A_FILE).stream().map(ParquetTable::typed).toList();
      spark.createDataFrame(some, SCHEMA).coalesce(1).write().mode(mode).parquet(path);
      mode = SaveMode.Append;
    } while (rows.hasNext());
  }

  private static Row typed(SweepTable.Row row) {
    return RowFactory.create(
        IntStream.range(0, SCHEMA.length())
            .mapToObj(i -> typed(SweepTable.COLUMNS.get(i), row.cells().get(i)))
            .toArray());
  }

  private static @Nullable Object typed(String column, String cell) {
    if (!NUMBERS.contains(column)) {
      return cell;
    }
    return cell.isEmpty() ? null : Long.valueOf(cell);
  }

  private static DataType type(String column) {
    return NUMBERS.contains(column) ? DataTypes.LongType : DataTypes.StringType;
  }
}
