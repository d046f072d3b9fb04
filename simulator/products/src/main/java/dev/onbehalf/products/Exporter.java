package dev.onbehalf.products;

import dev.onbehalf.products.casbin.CasbinExport;
import dev.onbehalf.products.cedar.CedarExport;
import dev.onbehalf.products.cerbos.CerbosExport;
import dev.onbehalf.products.export.ExportFile;
import dev.onbehalf.products.export.Mapping;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A product whose policies can be written. */
public enum Exporter {
  CEDAR("cedar"),
  CASBIN("casbin"),
  CERBOS("cerbos");

  private final String word;

  Exporter(String word) {
    this.word = word;
  }

  /** The names of all. */
  public static List<String> words() {
    return Stream.of(values()).map(Exporter::word).toList();
  }

  /** The one with the name. */
  public static Optional<Exporter> of(String word) {
    return Stream.of(values()).filter(one -> one.word.equals(word)).findFirst();
  }

  /** Its name on the command line. */
  public String word() {
    return word;
  }

  /** The files for one point, in the order in which they are to be read. */
  public List<ExportFile> files(Mapping point) {
    return switch (this) {
      case CEDAR -> CedarExport.files(point);
      case CASBIN -> CasbinExport.files(point);
      case CERBOS -> CerbosExport.files(point);
    };
  }

  /** What to type, where the files are, to ask the product itself. */
  public String check(Mapping point) {
    return switch (this) {
      case CEDAR -> CedarExport.check(point);
      case CASBIN -> CasbinExport.check(point);
      case CERBOS -> CerbosExport.check(point);
    };
  }
}
