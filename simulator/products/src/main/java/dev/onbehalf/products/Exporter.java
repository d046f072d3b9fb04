package dev.onbehalf.products;

import dev.onbehalf.products.casbin.CasbinExport;
import dev.onbehalf.products.cedar.CedarExport;
import dev.onbehalf.products.cerbos.CerbosExport;
import dev.onbehalf.products.export.ExportFile;
import dev.onbehalf.products.export.Mapping;
import dev.onbehalf.products.keycloak.KeycloakExport;
import dev.onbehalf.products.postgres.PostgresExport;
import dev.onbehalf.products.springsecurity.SpringExport;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A product whose policies can be written. */
public enum Exporter {
  CEDAR("cedar"),
  CASBIN("casbin"),
  CERBOS("cerbos"),
  POSTGRES("postgres"),
  KEYCLOAK_REALM("keycloak-realm"),
  SPRING("spring");

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

  /** What can't be written of the point, each in a sentence; then it has no files. */
  public List<String> problems(Mapping point) {
    return switch (this) {
      case POSTGRES -> PostgresExport.problems(point);
      case KEYCLOAK_REALM -> KeycloakExport.problems(point);
      case SPRING -> SpringExport.problems(point);
      case CEDAR, CASBIN, CERBOS -> List.of();
    };
  }

  /** The files for one point, in the order in which they are to be read. */
  public List<ExportFile> files(Mapping point) {
    return switch (this) {
      case CEDAR -> CedarExport.files(point);
      case CASBIN -> CasbinExport.files(point);
      case CERBOS -> CerbosExport.files(point);
      case POSTGRES -> PostgresExport.files(point);
      case KEYCLOAK_REALM -> KeycloakExport.files(point);
      case SPRING -> SpringExport.files(point);
    };
  }

  /** What to type, where the files are, to ask the product itself. */
  public String check(Mapping point) {
    return switch (this) {
      case CEDAR -> CedarExport.check(point);
      case CASBIN -> CasbinExport.check(point);
      case CERBOS -> CerbosExport.check(point);
      case POSTGRES -> PostgresExport.check(point);
      case KEYCLOAK_REALM -> KeycloakExport.check(point);
      case SPRING -> SpringExport.check(point);
    };
  }
}
