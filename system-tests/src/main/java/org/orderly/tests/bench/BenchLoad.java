package org.orderly.tests.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.orderly.tests.load.Latencies;

/**
 * Some clients who place one order after the other for a while, each on a connection of its own.
 *
 * @param lines how many different products an order has, of those given
 */
record BenchLoad(URI shop, List<UUID> products, int lines, BenchOptions options) {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int TOO_MANY_FAILURES = 100;
  private static final AtomicLong KEYS = new AtomicLong(System.nanoTime());

  /**
   * What came of it.
   *
   * @param refused answers other than 201 by status and code
   * @param failed requests without an answer
   * @param clientNanos processor time of the clients themselves
   */
  record Outcome(
      long placed,
      Map<String, Long> refused,
      long failed,
      long nanos,
      Latencies latencies,
      long clientNanos) {}

  /** Returns when every client has its last answer. */
  Outcome run(List<BenchCustomer> buyers, Duration time) {
    long begin = System.nanoTime();
    long deadline = begin + time.toNanos();
    List<Client> clients = new ArrayList<>();
    for (BenchCustomer benchCustomer : buyers) {
      Client client =
          new Client(benchCustomer, deadline, new Random(options.seed() + clients.size()));
      clients.add(client);
      client.start();
    }
    try {
      for (Client client : clients) {
        client.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchFailed("interrupted");
    }
    return sum(clients, System.nanoTime() - begin);
  }

  private static Outcome sum(List<Client> clients, long nanos) {
    Latencies latencies = new Latencies();
    Map<String, Long> refused = new TreeMap<>();
    clients.forEach(client -> latencies.add(client.latencies));
    clients.forEach(client -> client.refused.forEach((why, n) -> refused.merge(why, n, Long::sum)));
    return new Outcome(
        latencies.count(),
        refused,
        clients.stream().mapToLong(client -> client.failed).sum(),
        nanos,
        latencies,
        clients.stream().mapToLong(client -> client.cpu).sum());
  }

  private final class Client extends Thread {
    private final OrderRequest request;
    private final long deadline;
    private final Random random;
    private final Latencies latencies = new Latencies();
    private final Map<String, Long> refused = new TreeMap<>();
    private long failed;
    private long cpu;

    Client(BenchCustomer benchCustomer, long deadline, Random random) {
      super("client");
      setDaemon(true);
      this.request =
          new OrderRequest(shop.getAuthority(), benchCustomer.token(), lines, options.payment());
      this.deadline = deadline;
      this.random = random;
    }

    @Override
    public void run() {
      HttpConnection connection = new HttpConnection(shop);
      try (connection) {
        while (System.nanoTime() < deadline && failed < TOO_MANY_FAILURES) {
          order(connection);
        }
      } catch (IOException e) {
        failed++;
      }
      cpu = THREADS.getCurrentThreadCpuTime();
    }

    private void order(HttpConnection connection) {
      byte[] bytes = request.of(KEYS.incrementAndGet(), choice());
      long sent = System.nanoTime();
      try {
        int status = connection.send(bytes);
        if (status == 201) {
          latencies.record(System.nanoTime() - sent);
        } else {
          refused.merge(status + " " + code(connection.body()), 1L, Long::sum);
        }
      } catch (IOException e) {
        failed++;
      }
    }

    private UUID[] choice() {
      return random
          .ints(0, products.size())
          .distinct()
          .limit(lines)
          .mapToObj(products::get)
          .toArray(UUID[]::new);
    }
  }

  /** The reason that a problem names. */
  static String code(String problem) {
    String name = "\"code\":\"";
    int at = problem.indexOf(name);
    int end = problem.indexOf('"', at + name.length());
    return at < 0 || end < 0 ? "" : problem.substring(at + name.length(), end);
  }
}
