package dev.onbehalf.reports.html;

import dev.onbehalf.reports.json.InvalidResultException;
import dev.onbehalf.reports.json.ResultJson;
import dev.onbehalf.simulation.result.SimulationResult;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** A result whose every name is out for mischief. */
public final class Hostile {
  /** What the names became. */
  public static final Map<String, String> NAMES = names();

  private Hostile() {}

  /** A result with strange names wherever a scenario or a plug-in can bring them in. */
  public static SimulationResult result() {
    SimulationResult tame = Results.withFailedExpectation();
    String json = new String(ResultJson.write(tame, new TreeMap<>()), StandardCharsets.UTF_8);
    for (Map.Entry<String, String> name : NAMES.entrySet()) {
      json = json.replace(name.getKey(), escaped(name.getValue()));
    }
    try {
      return ResultJson.read(json.getBytes(StandardCharsets.UTF_8)).result();
    } catch (InvalidResultException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("A subset of employees", "</p></main></body><script src=//evil.example></script>");
    names.put("employee-records", "\"><img src=x onerror=alert(1)>");
    names.put("hr-staff", "<style>*{display:none}</style>");
    names.put("omar", "<script>document.title='owned'</script>");
    names.put("dana", "${1+1}<#stop>&lt;b&gt;");
    names.put("hr-agent", "x' onmouseover='alert(1)");
    names.put("service-account", "<svg onload=alert(1)> javascript:alert(1)");
    names.put("scenarios/hr", "--><!--" + "w".repeat(240));
    return names;
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
