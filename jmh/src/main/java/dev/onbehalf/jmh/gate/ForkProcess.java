package dev.onbehalf.jmh.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onbehalf.jmh.MeasurementException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Java process that measures: it reads a plan from its input, and the last line it writes is the
 * result.
 *
 * @param main the class to start, which does that
 * @param patience how long it may take, however busy the machine is
 */
public record ForkProcess(String main, Duration patience) implements Forks {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Reads a plan that was sent to a process. */
  public static ForkPlan plan(String json) {
    return JSON.readValue(json, ForkPlan.class);
  }

  /** Writes the result that the process is asked for. */
  public static String answer(ForkResult result) {
    return JSON.writeValueAsString(result);
  }

  @Override
  public ForkResult run(ForkPlan plan) throws MeasurementException {
    return run(plan, patience)
        .orElseThrow(
            () ->
                new MeasurementException(
                    "a measuring process took longer than %d s and was ended"
                        .formatted(patience.toSeconds())));
  }

  @Override
  public Optional<ForkResult> run(ForkPlan plan, Duration most) throws MeasurementException {
    try {
      Process process = builder(plan.purpose()).start();
      Thread end = new Thread(process::destroyForcibly);
      Runtime.getRuntime().addShutdownHook(end);
      try {
        return result(process, plan, most);
      } finally {
        Runtime.getRuntime().removeShutdownHook(end);
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw new MeasurementException("a measuring process can't be started: " + e.getMessage());
    }
  }

  private ProcessBuilder builder(Purpose purpose) {
    List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
    command.addAll(purpose.jvmArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path", ""), main));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // Every Java process obeys these, and they could change the times.
    builder
        .environment()
        .keySet()
        .removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
    return builder;
  }

  private static Optional<ForkResult> result(Process process, ForkPlan plan, Duration most)
      throws IOException, MeasurementException {
    CompletableFuture<List<String>> lines = CompletableFuture.supplyAsync(() -> lines(process));
    try (var input = process.outputWriter(UTF_8)) {
      input.write(JSON.writeValueAsString(plan));
    }
    try {
      return Optional.of(parsed(lines.get(most.toNanos(), TimeUnit.NANOSECONDS)));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new MeasurementException("a measuring process was lost: " + e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MeasurementException("the measurement was interrupted");
    }
  }

  private static List<String> lines(Process process) {
    try (BufferedReader reader = process.inputReader(UTF_8)) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ForkResult parsed(List<String> lines) throws MeasurementException {
    String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    try {
      return JSON.readValue(last, ForkResult.class);
    } catch (JacksonException e) {
      throw new MeasurementException("measuring failed: " + complaint(lines));
    }
  }

  private static String complaint(List<String> lines) {
    return lines.stream()
        .map(String::strip)
        .filter(line -> line.contains("Exception") || line.contains("Error"))
        .findFirst()
        .orElse("the process ended without a result");
  }
}
