package org.orderly.tests.bench.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.orderly.tests.load.Latencies;

/** Carries a plan out, in this process. */
record LoadRun(LoadPlan plan, Duration patience) {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  LoadRun(LoadPlan plan) {
    this(plan, PATIENCE);
  }

  /** Returns when every client has its last answer. */
  LoadResult run() throws InterruptedException {
    Duration cpu = cpu();
    long begin = System.nanoTime();
    long time = Duration.ofMillis(plan.millis()).toNanos();
    Arrivals arrivals =
        plan.perSecond() == 0
            ? new ClosedLoad(begin + time, System::nanoTime)
            : new OpenLoad(begin, plan.perSecond(), time);
    List<LoadClient> clients = new ArrayList<>();
    for (String token : plan.tokens()) {
      Random random = new Random(plan.seed() + clients.size());
      RequestSource source =
          plan.lines() == 0
              ? new ReadSource(plan, token, random)
              : new OrderSource(plan, token, random);
      clients.add(new LoadClient(plan.shop(), source, arrivals, begin + time, patience));
    }
    clients.forEach(Thread::start);
    for (LoadClient client : clients) {
      client.join();
    }
    LoadResult begun =
        new LoadResult(
            0,
            new TreeMap<>(),
            0,
            arrivals.untaken(),
            System.nanoTime() - begin,
            cpu().minus(cpu).toMillis(),
            new Latencies(),
            new Latencies());
    return sum(begun, clients);
  }

  private static LoadResult sum(LoadResult begun, List<LoadClient> clients) {
    LoadResult sum = begun;
    for (LoadClient client : clients) {
      sum = sum.plus(client.result(0));
    }
    return sum;
  }

  private static Duration cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
