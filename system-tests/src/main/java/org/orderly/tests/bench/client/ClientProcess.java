package org.orderly.tests.bench.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The client's process, seen from the bench. It ends with the bench, however that ends. */
public final class ClientProcess implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ENDING_SECONDS = 10;

  private final Process process;
  private final BufferedWriter plans;
  private final BufferedReader answers;

  private ClientProcess(Process process) {
    this.process = process;
    this.plans = process.outputWriter(StandardCharsets.UTF_8);
    this.answers = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Starts it with the classes of this process. */
  public static ClientProcess start() {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            ClientProgram.class.getName());
    try {
      return new ClientProcess(
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public long pid() {
    return process.pid();
  }

  /**
   * Carries a plan out; one at a time.
   *
   * @throws UncheckedIOException if the process has ended
   */
  public synchronized LoadResult run(LoadPlan plan) {
    try {
      plans.write(JSON.writeValueAsString(plan));
      plans.newLine();
      plans.flush();
      String answer = answers.readLine();
      if (answer == null) {
        throw new IOException("the client's process has ended");
      }
      return JSON.readValue(answer, LoadResult.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      plans.close();
      if (!process.waitFor(ENDING_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
