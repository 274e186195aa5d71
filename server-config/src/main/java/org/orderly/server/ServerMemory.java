package org.orderly.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How the server's Java uses memory and compiles: as much heap as it is given while it is busy, and
 * little while it rests.
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
    options.addAll(later(4));
    return options;
  }

  /**
   * The thorough compiler begins later by this factor: most of what it would compile during a start
   * is not called again, and it takes half of two processors from the start.
   */
  private static List<String> later(int factor) {
    return List.of(
        "-XX:Tier4InvocationThreshold=" + 5_000 * factor,
        "-XX:Tier4MinInvocationThreshold=" + 600 * factor,
        "-XX:Tier4CompileThreshold=" + 15_000 * factor,
        "-XX:Tier4BackEdgeThreshold=" + 40_000 * factor);
  }

  /** Without it the C library keeps apart what each of a hundred threads has freed. */
  static Map<String, String> environment() {
    return Map.of("MALLOC_ARENA_MAX", "2");
  }
}
