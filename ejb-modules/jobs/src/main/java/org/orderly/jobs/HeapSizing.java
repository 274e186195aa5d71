package org.orderly.jobs;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.util.function.LongSupplier;

/**
 * Keeps the heap large while the instance works, and lets it shrink while it rests.
 *
 * <p>The launcher tells Java to keep little free heap, so that an idle instance gives memory back.
 * Under load that has G1 mark the heap without a pause: measured, 15 % of the server's processor
 * time. Both ratios can be changed while Java runs.
 */
final class HeapSizing {

  /** Percent of the heap that are free after a collection, at least and at most, under load. */
  private static final int MIN_BUSY = 60;

  private static final int MAX_BUSY = 80;

  /** Collections between two looks that mean load. */
  private static final int BUSY = 3;

  private static final String MIN = "MinHeapFreeRatio";
  private static final String MAX = "MaxHeapFreeRatio";

  private final HotSpotDiagnosticMXBean java;
  private final LongSupplier collections;
  private final int minAtRest;
  private final int maxAtRest;
  private long seen;

  /**
   * @param collections how many there were since Java started
   */
  HeapSizing(HotSpotDiagnosticMXBean java, LongSupplier collections) {
    this.java = java;
    this.collections = collections;
    this.minAtRest = value(MIN);
    this.maxAtRest = value(MAX);
    this.seen = collections.getAsLong();
  }

  /** Whether Java was started with ratios that need changing under load. */
  boolean isNeeded() {
    return maxAtRest < MAX_BUSY;
  }

  /** To be called again and again, in equal intervals. */
  void adapt() {
    long now = collections.getAsLong();
    if (now - seen >= BUSY) {
      set(MAX, MAX_BUSY);
      set(MIN, Math.max(MIN_BUSY, minAtRest));
    } else {
      set(MIN, minAtRest);
      set(MAX, maxAtRest);
    }
    seen = now;
  }

  private void set(String name, int percent) {
    if (value(name) != percent) {
      java.setVMOption(name, Integer.toString(percent));
    }
  }

  private int value(String name) {
    return Integer.parseInt(java.getVMOption(name).getValue());
  }
}
