package org.orderly.tests.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The machine that the figures belong to. */
record HostDescription(String cpu, int processors, long memoryMb, String system, String java) {

  private static final String UNKNOWN = "unknown";

  static HostDescription here() {
    String memory = line("/proc/meminfo", "MemTotal").replaceAll("\\D", "");
    return new HostDescription(
        line("/proc/cpuinfo", "model name"),
        Runtime.getRuntime().availableProcessors(),
        memory.isEmpty() ? 0 : Long.parseLong(memory) / 1024,
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
  }

  private static String line(String file, String name) {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(UNKNOWN);
    } catch (IOException e) {
      return UNKNOWN;
    }
  }

  @Override
  public String toString() {
    return "%s, %d processors, %d MB, %s, %s".formatted(cpu, processors, memoryMb, system, java);
  }
}
