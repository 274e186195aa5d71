package org.orderly.tests.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

  @Test
  void takePercentilesByNearestRank() {
    List<Long> nanos =
        LongStream.rangeClosed(1, 100).map(i -> (101 - i) * 1_000_000).boxed().toList();
    Latencies latencies = new Latencies(nanos);
    assertThat(latencies.percentile(50)).hasToString("50.0");
    assertThat(latencies.percentile(95)).hasToString("95.0");
    assertThat(latencies.percentile(99)).hasToString("99.0");
  }

  @Test
  void takeOneRequestForAllPercentiles() {
    assertThat(new Latencies(List.of(1_260_000L)))
        .hasToString("p50 1.2 ms, p95 1.2 ms, p99 1.2 ms");
  }

  @Test
  void areZeroWithoutRequests() {
    assertThat(new Latencies(List.of()).percentile(99)).isZero();
  }
}
