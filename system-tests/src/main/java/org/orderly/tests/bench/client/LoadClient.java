package org.orderly.tests.bench.client;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.orderly.tests.load.Latencies;

/** One client on a connection of its own, who sends one request at a time. */
final class LoadClient extends Thread {

  private static final int TOO_MANY_FAILURES = 100;

  private final HttpConnection connection;
  private final RequestSource source;
  private final Arrivals arrivals;
  private final long tooLate;
  private final Latencies latencies = new Latencies();
  private final Latencies refusals = new Latencies();
  private final Map<String, Long> refused = new TreeMap<>();
  private long done;
  private long failed;
  private long unsent;

  /**
   * @param deadline after which no request is due
   * @param patience how long after the deadline requests that are late are still sent
   */
  LoadClient(URI shop, RequestSource source, Arrivals arrivals, long deadline, Duration patience) {
    super("client");
    setDaemon(true);
    this.connection = new HttpConnection(shop);
    this.source = source;
    this.arrivals = arrivals;
    this.tooLate = deadline + patience.toNanos();
  }

  @Override
  public void run() {
    try (connection) {
      boolean more = true;
      while (more && failed < TOO_MANY_FAILURES) {
        OptionalLong due = arrivals.next();
        due.ifPresent(this::serve);
        more = due.isPresent();
      }
    } catch (IOException e) {
      failed++;
    }
  }

  private void serve(long due) {
    if (System.nanoTime() - tooLate > 0) {
      // left out, it would make the slowest requests vanish from the figures
      latencies.record(System.nanoTime() - due);
      unsent++;
      return;
    }
    for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
      LockSupport.parkNanos(early);
    }
    send(due);
  }

  private void send(long due) {
    try {
      int status = connection.send(source.next());
      long took = System.nanoTime() - due;
      if (status == source.success()) {
        latencies.record(took);
        done++;
      } else {
        refusals.record(took);
        refused.merge(status + " " + code(connection.body()), 1L, Long::sum);
      }
    } catch (IOException e) {
      failed++;
    }
  }

  /** The reason that a problem names. */
  static String code(String problem) {
    String name = "\"code\":\"";
    int at = problem.indexOf(name);
    int end = problem.indexOf('"', at + name.length());
    return at < 0 || end < 0 ? "" : problem.substring(at + name.length(), end);
  }

  /** Once it has ended. */
  LoadResult result(long nanos) {
    return new LoadResult(done, refused, failed, unsent, nanos, 0, latencies, refusals);
  }
}
