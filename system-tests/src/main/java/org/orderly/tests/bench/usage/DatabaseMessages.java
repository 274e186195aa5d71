package org.orderly.tests.bench.usage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many messages the server has sent to PostgreSQL on each connection: the TCP segments with
 * data, as Linux counts them. A driver that sends several statements at once sends one message.
 *
 * @param sent by the local port of the connection; empty where {@code ss} is not installed
 */
record DatabaseMessages(Map<Integer, Long> sent) {

  private static final Pattern CONNECTION = Pattern.compile("\\S*:(\\d+)\\s+\\S*:\\d+.*");
  private static final Pattern SEGMENTS = Pattern.compile(".*\\bdata_segs_out:(\\d+).*");

  /** Of the connections of this process to this port. */
  static DatabaseMessages of(long pid, int port) {
    try {
      Process tool =
          new ProcessBuilder("ss", "-tinpH", "state", "established", "dport", "=", ":" + port)
              .redirectErrorStream(true)
              .start();
      return parse(pid, tool.inputReader().lines().toList());
    } catch (IOException e) {
      return new DatabaseMessages(Map.of());
    }
  }

  /** A line for each connection with its process, and one with its figures. */
  static DatabaseMessages parse(long pid, List<String> lines) {
    Map<Integer, Long> sent = new HashMap<>();
    List<Integer> ports = new ArrayList<>();
    for (String line : lines) {
      Matcher connection = CONNECTION.matcher(line);
      Matcher segments = SEGMENTS.matcher(line);
      if (segments.matches()) {
        ports.forEach(port -> sent.put(port, Long.parseLong(segments.group(1))));
        ports.clear();
      } else if (connection.find()) {
        ports.clear();
        if (line.contains("pid=" + pid + ",")) {
          ports.add(Integer.parseInt(connection.group(1)));
        }
      }
    }
    return new DatabaseMessages(Map.copyOf(sent));
  }

  /**
   * Those that were sent since then. Connections that were closed meanwhile are left out; pools
   * keep theirs.
   */
  OptionalLong since(DatabaseMessages earlier) {
    return sent.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(
            sent.entrySet().stream()
                .mapToLong(one -> one.getValue() - earlier.sent.getOrDefault(one.getKey(), 0L))
                .map(number -> Math.max(0, number))
                .sum());
  }
}
