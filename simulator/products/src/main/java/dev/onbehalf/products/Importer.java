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
  AWS_IAM("aws-iam", "POLICY.json…", "identity- and resource-based policies of one account"),
  CEDAR("cedar", "DIR", "policies and entities, as JSON"),
  CASBIN("casbin", "MODEL POLICY", "a model and its policy, as CSV"),
  K8S_RBAC("k8s-rbac", "FILE…", "roles and bindings, as YAML or JSON"),
  KEYCLOAK_REALM("keycloak-realm", "REALM.json", "an exported realm with its users"),
  OPENFGA("openfga", "MODEL TUPLES…", "a model as JSON, and tuples as JSON or YAML"),
  LOG("log", "FILE.jsonl", "calls that happened: user, agents, resource, action, one a line");

  private final String word;
  private final String files;
  private final String description;

  Importer(String word, String files, String description) {
    this.word = word;
    this.files = files;
    this.description = description;
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

  /** One line of help: its name, its files, and what they are. */
  public String help() {
    return "%-15s %-18s %s".formatted(word, files, description);
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
