package org.orderly.tests.bench.usage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How much memory a Java process has, and how much of its heap is in use after a collection. */
public record Memory(String resident, String live) {

  private static final Pattern TOTAL = Pattern.compile("^Total +\\d+ +(\\d+)");
  private static final long MEGABYTE = 1024 * 1024;
  private static final String UNKNOWN = "?";

  public static Memory of(long pid) {
    // the collection comes first: what is resident afterwards is what the process holds on to
    String live = live(pid);
    return new Memory(resident(pid), live);
  }

  private static String resident(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB")
          .findFirst()
          .orElse(UNKNOWN);
    } catch (IOException e) {
      return UNKNOWN;
    }
  }

  private static String live(long pid) {
    Path tool = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    try {
      Process jcmd =
          new ProcessBuilder(tool.toString(), Long.toString(pid), "GC.class_histogram")
              .redirectErrorStream(true)
              .start();
      try (Stream<String> lines = jcmd.inputReader().lines()) {
        return lines
            .map(TOTAL::matcher)
            .filter(Matcher::find)
            .map(total -> Long.parseLong(total.group(1)) / MEGABYTE + " MB")
            .reduce(UNKNOWN, (first, last) -> last);
      }
    } catch (IOException e) {
      return UNKNOWN;
    }
  }
}
