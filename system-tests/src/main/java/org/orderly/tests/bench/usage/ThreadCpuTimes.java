package org.orderly.tests.bench.usage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The processor time of each thread of a Java process up to a moment, in milliseconds.
 *
 * @param byId of the threads that live, by Linux's number
 */
public record ThreadCpuTimes(Map<Long, ThreadTime> byId) {

  private static final List<String> COMPILERS = List.of("C1 CompilerThre", "C2 CompilerThre");

  /** Of all collectors of HotSpot; the VM thread runs their pauses. */
  private static final List<String> COLLECTORS =
      List.of("GC Thread#", "G1 ", "ZWorker", "ZDriver", "ZDirector", "Shenandoah", "VM Thread");

  /**
   * @param name as Linux keeps it, at most 15 characters
   */
  public record ThreadTime(String name, long millis) {}

  /** Of one process; empty where Linux does not tell. */
  public static ThreadCpuTimes of(long pid) {
    return in(Path.of("/proc", Long.toString(pid), "task"));
  }

  public static ThreadCpuTimes in(Path tasks) {
    Map<Long, ThreadTime> found = new TreeMap<>();
    if (Files.isDirectory(tasks)) {
      try (Stream<Path> threads = Files.list(tasks)) {
        threads.forEach(thread -> read(thread, found));
      } catch (IOException e) {
        return new ThreadCpuTimes(Map.of());
      }
    }
    return new ThreadCpuTimes(Map.copyOf(found));
  }

  private static void read(Path thread, Map<Long, ThreadTime> found) {
    try {
      String name = Files.readString(thread.resolve("comm")).strip();
      long millis = CpuTime.in(thread.resolve("stat"));
      found.put(Long.parseLong(thread.getFileName().toString()), new ThreadTime(name, millis));
    } catch (IOException e) {
      // it has ended meanwhile
    }
  }

  /** What the compilers have used since then; what a thread used that has ended is lost. */
  public long compilersSince(ThreadCpuTimes earlier) {
    return since(earlier, COMPILERS);
  }

  /** What garbage collection has used since then. */
  public long collectorsSince(ThreadCpuTimes earlier) {
    return since(earlier, COLLECTORS);
  }

  private long since(ThreadCpuTimes earlier, List<String> names) {
    return byId.entrySet().stream()
        .filter(thread -> names.stream().anyMatch(thread.getValue().name()::startsWith))
        .mapToLong(thread -> thread.getValue().millis() - earlier.millis(thread.getKey()))
        .sum();
  }

  private long millis(long id) {
    ThreadTime known = byId.get(id);
    return known == null ? 0 : known.millis();
  }
}
