package org.orderly.server.application;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderly.server.component.HostPlatform;

class ServerMemoryTest {

  /** Java refuses to start with one that it does not have, and with numbers that do not fit. */
  @Test
  void hasOptionsThatJavaTakes() throws Exception {
    List<String> command = new ArrayList<>(List.of(HostPlatform.java()));
    command.addAll(ServerMemory.options("300m"));
    command.addAll(List.of("-XX:+PrintFlagsFinal", "-version"));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Process java = builder.start();
    String printed = new String(java.getInputStream().readAllBytes(), UTF_8);

    assertThat(java.waitFor()).as(printed).isZero();
    assertThat(printed).doesNotContain("warning");
    assertThat(printed).containsPattern("MaxHeapSize +:?= " + 300 * 1024 * 1024 + " ");
    assertThat(printed).containsPattern("UseG1GC +:?= true ");
  }
}
