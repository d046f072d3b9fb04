package dev.onbehalf.products.export;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.casbin.jcasbin.main.EnforceResult;
import org.casbin.jcasbin.main.Enforcer;
import org.casbin.jcasbin.model.Model;
import org.casbin.jcasbin.persist.file_adapter.FileAdapter;

/** JCasbin with the model and the policy of an export. */
record CasbinEngine(Enforcer enforcer) implements DecisionEngine {
  static CasbinEngine of(List<ExportFile> files) {
    Model model = new Model();
    model.loadModelFromText(files.get(0).text());
    FileAdapter policy =
        new FileAdapter(
            new ByteArrayInputStream(files.get(1).text().getBytes(StandardCharsets.UTF_8)));
    Enforcer enforcer = new Enforcer(model, policy);
    enforcer.enableLog(false);
    return new CasbinEngine(enforcer);
  }

  @Override
  public Verdict decide(List<String> question) {
    EnforceResult result = enforcer.enforceEx(question.toArray());
    List<String> line = result.getExplain();
    return Verdict.of(result.isAllow(), line.isEmpty() ? Set.of() : Set.of(line.get(0)));
  }
}
