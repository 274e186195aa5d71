package org.orderly.tests.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

  @Test
  void takePercentilesByNearestRank() {
    Latencies latencies = of(LongStream.rangeClosed(1, 100).map(i -> (101 - i) * 1_000_000));
    assertThat(latencies.percentile(50)).hasToString("50.0");
    assertThat(latencies.percentile(95)).hasToString("95.0");
    assertThat(latencies.percentile(99)).hasToString("99.0");
  }

  @Test
  void takeOneRequestForAllPercentiles() {
    assertThat(of(LongStream.of(1_260_000))).hasToString("p50 1.2 ms, p95 1.2 ms, p99 1.2 ms");
  }

  @Test
  void areZeroWithoutRequests() {
    assertThat(new Latencies().percentile(99)).isZero();
  }

  @Test
  void addUp() {
    Latencies sum = of(LongStream.of(1_000_000));
    sum.add(of(LongStream.of(3_000_000_000L)));
    assertThat(sum.count()).isEqualTo(2);
    assertThat(sum.percentile(50)).hasToString("1.0");
    assertThat(sum.percentile(99).intValue()).isBetween(3000, 3003);
  }

  @Test
  void areRecordedByManyThreads() {
    Latencies latencies = new Latencies();
    LongStream.range(0, 20_000).parallel().forEach(latencies::record);
    assertThat(latencies.count()).isEqualTo(20_000);
  }

  @Test
  void crossProcessesWhole() {
    Latencies sent = of(LongStream.rangeClosed(1, 10_000).map(i -> i * i * 1_000));
    Latencies received = Latencies.decoded(sent.encoded());
    assertThat(received.count()).isEqualTo(10_000);
    assertThat(received).hasToString(sent.toString());
    assertThat(received.longest()).isEqualTo(sent.longest());
    received.add(sent);
    assertThat(received.count()).isEqualTo(20_000);
    assertThat(Latencies.decoded(new Latencies().encoded()).count()).isZero();
  }

  @Test
  void refuseWhatIsNoHistogram() {
    assertThatThrownBy(() -> Latencies.decoded("AAAA"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Latencies.decoded("?")).isInstanceOf(IllegalArgumentException.class);
  }

  private static Latencies of(LongStream nanos) {
    Latencies latencies = new Latencies();
    nanos.forEach(latencies::record);
    return latencies;
  }
}
