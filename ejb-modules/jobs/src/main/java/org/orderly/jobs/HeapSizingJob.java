package org.orderly.jobs;

import com.sun.management.HotSpotDiagnosticMXBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.orderly.platform.jobs.BackgroundJob;

/** Adapts the heap to the load, on every instance. */
@ApplicationScoped
class HeapSizingJob {

  @Produces
  static BackgroundJob declare() {
    HeapSizing heap =
        new HeapSizing(
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class),
            HeapSizingJob::collections);
    return BackgroundJob.named("heap-sizing")
        .onlyIf(heap.isNeeded())
        .every(Duration.ofSeconds(10))
        .trouble("the heap keeps its size")
        .repeats(heap::adapt);
  }

  private static long collections() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionCount)
        .sum();
  }
}
