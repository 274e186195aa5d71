package org.orderly.tests.bench.usage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The processor time of processes as Linux counts it, in milliseconds; 0 where there is none. */
public final class CpuTime {

  /** Linux tells hundredths of seconds on all its platforms. */
  private static final long MILLIS_PER_TICK = 10;

  private static final int USER = 11;
  private static final int SYSTEM = 12;
  private static final int CHILDREN_USER = 13;
  private static final int CHILDREN_SYSTEM = 14;

  private CpuTime() {}

  /** Of one process alone. */
  public static long of(long pid) {
    return in(statOf(pid));
  }

  /** Of what a file such as {@code /proc/1/stat} tells, a process or a thread. */
  public static long in(Path stat) {
    String[] fields = fields(stat);
    return ticks(fields, USER) + ticks(fields, SYSTEM);
  }

  /** Of a process, of its children that live and of those that have ended. */
  public static long ofFamily(long pid) {
    String[] fields = fields(statOf(pid));
    long ended = ticks(fields, CHILDREN_USER) + ticks(fields, CHILDREN_SYSTEM);
    long living =
        ProcessHandle.of(pid).stream()
            .flatMap(ProcessHandle::children)
            .mapToLong(child -> of(child.pid()))
            .sum();
    return of(pid) + ended + living;
  }

  private static Path statOf(long pid) {
    return Path.of("/proc", Long.toString(pid), "stat");
  }

  /** What follows the program's name, which may hold anything. */
  private static String[] fields(Path file) {
    try {
      String stat = Files.readString(file);
      return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    } catch (IOException e) {
      return new String[0];
    }
  }

  private static long ticks(String[] fields, int index) {
    return fields.length > index ? Long.parseLong(fields[index]) * MILLIS_PER_TICK : 0;
  }
}
