package org.orderly.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes the ratios of the Java that runs the tests, and puts them back. */
class HeapSizingTest {

  private final HotSpotDiagnosticMXBean java =
      ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
  private final String minBefore = value("MinHeapFreeRatio");
  private final String maxBefore = value("MaxHeapFreeRatio");
  private long collections = 100;

  @BeforeEach
  void rest() {
    set("10", "30");
  }

  @AfterEach
  void putBack() {
    set(minBefore, maxBefore);
  }

  private void set(String min, String max) {
    java.setVMOption("MinHeapFreeRatio", "0");
    java.setVMOption("MaxHeapFreeRatio", max);
    java.setVMOption("MinHeapFreeRatio", min);
  }

  private String value(String name) {
    return java.getVMOption(name).getValue();
  }

  private void assertRatios(int min, int max) {
    assertThat(value("MinHeapFreeRatio")).isEqualTo(Integer.toString(min));
    assertThat(value("MaxHeapFreeRatio")).isEqualTo(Integer.toString(max));
  }

  @Test
  void keepsTheHeapLargeUnderLoadAndSmallAtRest() {
    HeapSizing heap = new HeapSizing(java, () -> collections);
    assertThat(heap.isNeeded()).isTrue();
    heap.adapt();
    assertRatios(10, 30);

    collections += 3;
    heap.adapt();
    assertRatios(60, 80);
    collections += 50;
    heap.adapt();
    assertRatios(60, 80);

    collections += 2;
    heap.adapt();
    assertRatios(10, 30);
  }

  @Test
  void isNotNeededWhereJavaKeepsAsMuchAnyway() {
    set("40", "80");
    assertThat(new HeapSizing(java, () -> collections).isNeeded()).isFalse();
  }
}
