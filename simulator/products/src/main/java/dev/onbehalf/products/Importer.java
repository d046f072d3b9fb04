package dev.onbehalf.products;

import dev.onbehalf.products.aws.AwsImport;
import dev.onbehalf.products.casbin.CasbinImport;
import dev.onbehalf.products.cedar.CedarImport;
import dev.onbehalf.products.draft.Imported;
import dev.onbehalf.products.keycloak.KeycloakImport;
import dev.onbehalf.products.kubernetes.KubernetesImport;
import dev.onbehalf.products.log.LogImport;
import dev.onbehalf.products.openfga.OpenFgaImport;
import dev.onbehalf.products.source.BadSourceException;
import dev.onbehalf.products.source.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A format of policies from which a scenario can be made. */
public enum Importer {
  AWS_IAM("aws-iam"),
  CEDAR("cedar"),
  CASBIN("casbin"),
  K8S_RBAC("k8s-rbac"),
  KEYCLOAK_REALM("keycloak-realm"),
  OPENFGA("openfga"),
  LOG("log");

  private final String word;

  Importer(String word) {
    this.word = word;
  }

  /** The names of all. */
  public static List<String> words() {
    return Stream.of(values()).map(Importer::word).toList();
  }

  /** The one with the name. */
  public static Optional<Importer> of(String word) {
    return Stream.of(values()).filter(one -> one.word.equals(word)).findFirst();
  }

  /** Its name on the command line. */
  public String word() {
    return word;
  }

  /** Whether it takes one file only. */
  public boolean takesOneFile() {
    return this == LOG || this == KEYCLOAK_REALM;
  }

  /**
   * Makes a scenario.
   *
   * @param files one at least
   * @param minSupport how often a call of a log must have happened
   * @throws BadSourceException if a file can't be read, in one line that names the place
   */
  public Imported read(List<SourceFile> files, int minSupport) throws BadSourceException {
    return switch (this) {
      case AWS_IAM -> AwsImport.read(files);
      case CEDAR -> CedarImport.read(files);
      case CASBIN -> CasbinImport.read(files);
      case K8S_RBAC -> KubernetesImport.read(files);
      case KEYCLOAK_REALM -> KeycloakImport.read(files.get(0));
      case OPENFGA -> OpenFgaImport.read(files);
      case LOG -> LogImport.read(files.get(0), minSupport);
    };
  }
}
