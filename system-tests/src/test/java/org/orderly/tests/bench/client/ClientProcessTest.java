package org.orderly.tests.bench.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ClientProcessTest {

  private static LoadPlan plan(StubShop shop) {
    return LoadPlan.reads(shop.url(), List.of("one", "two"), List.of("/x"))
        .atRate(200)
        .lasting(200, 1);
  }

  @Test
  void runsPlansInAnotherProcessAndBringsWholeHistogramsBack() throws Exception {
    try (StubShop shop = new StubShop(300, 4);
        ClientProcess client = ClientProcess.start()) {
      LoadResult first = client.run(plan(shop));
      LoadResult second = client.run(plan(shop));
      LoadResult both = first.plus(second);

      assertThat(client.pid()).isNotEqualTo(ProcessHandle.current().pid());
      assertThat(shop.requests()).isEqualTo(80);
      assertThat(first.done() + first.refusedInAll()).isEqualTo(40);
      assertThat(both.latencies().count()).isEqualTo(60).isEqualTo(both.done());
      assertThat(both.refusals().count()).isEqualTo(20);
      assertThat(both.latencies().longest()).isEqualTo(first.latencies().longest());
      assertThat(both.latencies().longest().intValue()).isGreaterThanOrEqualTo(299);
      assertThat(first.nanos()).isGreaterThanOrEqualTo(Duration.ofMillis(195).toNanos());
    }
  }

  @Test
  void endsWithTheBench() throws Exception {
    ClientProcess client = ClientProcess.start();
    ProcessHandle process = ProcessHandle.of(client.pid()).orElseThrow();
    client.close();
    process.onExit().get(20, TimeUnit.SECONDS);

    assertThat(process.isAlive()).isFalse();
    try (StubShop shop = new StubShop(0, 0)) {
      assertThatThrownBy(() -> client.run(plan(shop))).isInstanceOf(UncheckedIOException.class);
    }
  }
}
