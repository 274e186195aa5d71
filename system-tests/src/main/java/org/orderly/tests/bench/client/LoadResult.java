package org.orderly.tests.bench.client;

import java.util.Map;
import java.util.TreeMap;
import org.orderly.tests.load.Latencies;

/**
 * What came of a load.
 *
 * @param done requests with the answer that was asked for
 * @param refused other answers, by status and code
 * @param failed requests without an answer, whose outcome is not known
 * @param unsent requests of open load that came so late that they were given up; their delay is
 *     among the latencies
 * @param nanos from the first request to the last answer
 * @param cpuMillis processor time of the client's process
 * @param latencies of those that were done; in open load counted from when each was to be sent
 * @param refusals the latencies of those that were refused
 */
public record LoadResult(
    long done,
    Map<String, Long> refused,
    long failed,
    long unsent,
    long nanos,
    long cpuMillis,
    Latencies latencies,
    Latencies refusals) {

  public LoadResult plus(LoadResult other) {
    Map<String, Long> allRefused = new TreeMap<>(refused);
    other.refused.forEach((why, number) -> allRefused.merge(why, number, Long::sum));
    return new LoadResult(
        done + other.done,
        allRefused,
        failed + other.failed,
        unsent + other.unsent,
        nanos + other.nanos,
        cpuMillis + other.cpuMillis,
        sum(latencies, other.latencies),
        sum(refusals, other.refusals));
  }

  static Latencies sum(Latencies one, Latencies other) {
    Latencies sum = new Latencies();
    sum.add(one);
    sum.add(other);
    return sum;
  }

  public long refusedInAll() {
    return refused.values().stream().mapToLong(Long::longValue).sum();
  }
}
