package org.orderly.server.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How the server's Java uses memory: as much heap as it is given while it is busy, and little while
 * it rests.
 */
final class ServerMemory {
  /** Milliseconds without a collection, which means that next to nothing happens. */
  private static final int IDLE = 60_000;

  private ServerMemory() {}

  /**
   * @param heap the largest heap, such as {@code 1g}
   */
  static List<String> options(String heap) {
    List<String> options = new ArrayList<>(List.of("-Xmx" + heap, "-XX:+ExitOnOutOfMemoryError"));
    options.add("-XX:+UseG1GC");
    // an idle server collects everything once, in some 0.2 s, and gives the memory back
    options.addAll(
        List.of("-XX:G1PeriodicGCInterval=" + IDLE, "-XX:-G1PeriodicGCInvokesConcurrent"));
    options.addAll(List.of("-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=30"));
    options.add("-XX:TrimNativeHeapInterval=" + IDLE);
    // what a start needs anyway; from the default there are full collections on the way
    options.add("-XX:MetaspaceSize=192m");
    return options;
  }

  /** Without it the C library keeps apart what each of a hundred threads has freed. */
  static Map<String, String> environment() {
    return Map.of("MALLOC_ARENA_MAX", "2");
  }
}
