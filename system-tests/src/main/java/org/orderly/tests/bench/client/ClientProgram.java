package org.orderly.tests.bench.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The program of the client's process: a plan a line, an answer a line, until there is no more. */
public final class ClientProgram {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ClientProgram() {}

  public static void main(String[] words) throws IOException, InterruptedException {
    PrintStream answers = System.out;
    // nothing else may get between the answers
    System.setOut(System.err);
    BufferedReader plans =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = plans.readLine(); line != null; line = plans.readLine()) {
      LoadPlan plan = JSON.readValue(line, LoadPlan.class);
      answers.println(JSON.writeValueAsString(new LoadRun(plan).run()));
      answers.flush();
    }
  }
}
