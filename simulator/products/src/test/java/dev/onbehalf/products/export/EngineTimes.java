package dev.onbehalf.products.export;

import dev.onbehalf.products.casbin.CasbinExport;
import dev.onbehalf.products.cedar.CedarExport;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Truth;
import dev.onbehalf.scenario.reading.ScenarioReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Prints the processor time per decision of the engines, on one world and in one run. */
final class EngineTimes {
  private static final int USERS = 200;
  private static final int GROUPS = 20;
  private static final int RESOURCES = 50;
  private static final int RULES = 1000;
  private static final int REQUESTS = 500;

  private EngineTimes() {}

  public static void main(String[] args) throws Exception {
    Random random = new Random(1);
    Scenario scenario =
        ScenarioReader.read("times.yaml", yaml(random).getBytes(StandardCharsets.UTF_8));
    Mapping mapping = Export.ofEverything(scenario, "times.yaml");
    DecisionEngine casbin = CasbinEngine.of(CasbinExport.files(mapping));
    DecisionEngine cedar = CedarEngine.of(mapping.policies().fields(), CedarExport.files(mapping));
    List<Request> requests =
        IntStream.range(0, REQUESTS).mapToObj(i -> request(scenario, random)).toList();
    PointView view = mapping.policies().view();
    print("ours", requests, request -> scenario.truth(request) == Truth.PERMITTED);
    print("jCasbin", requests, request -> casbin.decide(view.question(request)).permits());
    print("Cedar", requests, request -> cedar.decide(view.question(request)).permits());
  }

  private static String yaml(Random random) {
    StringBuilder yaml = new StringBuilder("scenario: times\n");
    List<String> users = names("user", USERS);
    yaml.append("users: ").append(users).append("\ngroups:\n");
    for (String group : names("group", GROUPS)) {
      List<String> members = users.stream().filter(any -> random.nextInt(7) == 0).toList();
      yaml.append("  ").append(group).append(": ").append(members).append('\n');
    }
    yaml.append("agents: ").append(names("agent", 10)).append('\n');
    yaml.append("chains: [[agent0, agent1], [agent2, agent3], [agent4, agent0]]\nresources:\n");
    names("resource", RESOURCES).forEach(r -> yaml.append("  " + r + ": [read, write]\n"));
    yaml.append("policies:\n");
    for (int i = 0; i < RULES; i++) {
      yaml.append("  - group").append(random.nextInt(GROUPS));
      yaml.append(i % 3 == 0 ? " except group" + random.nextInt(GROUPS) : "");
      yaml.append(i % 10 < 7 ? " MAY " : " MAY NOT ");
      yaml.append(random.nextBoolean() ? "read" : "write");
      yaml.append(" resource").append(random.nextInt(RESOURCES));
      yaml.append(
          i % 3 == 1 ? "" : random.nextBoolean() ? " directly" : " via agent" + random.nextInt(10));
      yaml.append('\n');
    }
    return yaml.toString();
  }

  private static List<String> names(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
  }

  private static Request request(Scenario scenario, Random random) {
    return new Request(
        any(scenario.users(), random),
        any(scenario.paths(), random),
        "resource" + random.nextInt(RESOURCES),
        random.nextBoolean() ? "read" : "write",
        new TreeMap<>());
  }

  private static <T> T any(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  /** The second time counts, when all is warm. */
  private static void print(String name, List<Request> requests, Predicate<Request> engine) {
    List<Long> nanos = new ArrayList<>();
    long permitted = 0;
    for (int round = 0; round < 3; round++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      permitted = requests.stream().filter(engine).count();
      nanos.add(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
    }
    System.out.printf(
        "%s: %.3f ms per decision, %d of %d permitted%n",
        name, nanos.get(2) / 1e6 / requests.size(), permitted, requests.size());
  }
}
