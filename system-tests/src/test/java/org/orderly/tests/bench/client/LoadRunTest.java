package org.orderly.tests.bench.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LoadRunTest {

  private static final List<String> PATHS = List.of("/a", "/b");

  private static LoadPlan orders(StubShop shop, int clients) {
    List<String> products = List.of(UUID.randomUUID().toString(), UUID.randomUUID().toString());
    List<String> tokens = Collections.nCopies(clients, "token");
    return LoadPlan.orders(shop.url(), tokens, products, 2, PaymentMode.WALLET);
  }

  @Test
  void countsWhatAStallKeptWaitingInOpenLoad() throws Exception {
    try (StubShop shop = new StubShop(500, 0)) {
      LoadPlan plan =
          LoadPlan.reads(shop.url(), List.of("token"), PATHS).atRate(100).lasting(500, 1);
      LoadResult result = new LoadRun(plan).run();

      assertThat(result.done()).isEqualTo(50);
      // the one at 10 ms cannot be sent before 500 ms, that at 20 ms neither, and so on
      assertThat(result.latencies().percentile(50).intValue()).isGreaterThanOrEqualTo(240);
      assertThat(result.latencies().longest().intValue()).isGreaterThanOrEqualTo(499);
    }
  }

  @Test
  void closedLoadWaitsForTheAnswerAndSendsOnlyThen() throws Exception {
    try (StubShop shop = new StubShop(500, 0)) {
      LoadPlan plan = LoadPlan.reads(shop.url(), List.of("token"), PATHS).lasting(300, 1);
      LoadResult result = new LoadRun(plan).run();

      assertThat(result.done()).isEqualTo(1);
      assertThat(shop.requests()).isEqualTo(1);
    }
  }

  @Test
  void givesUpWhatIsFarTooLateButCountsItsDelay() throws Exception {
    try (StubShop shop = new StubShop(700, 0)) {
      LoadPlan plan =
          LoadPlan.reads(shop.url(), List.of("token"), PATHS).atRate(100).lasting(200, 1);
      LoadResult result = new LoadRun(plan, Duration.ofMillis(100)).run();

      assertThat(result.done()).isEqualTo(1);
      assertThat(result.unsent()).isEqualTo(19);
      assertThat(result.latencies().count()).isEqualTo(20);
      assertThat(result.latencies().percentile(50).intValue()).isGreaterThanOrEqualTo(500);
    }
  }

  @Test
  void tellsRefusalsByStatusAndCodeFromWhatWasDone() throws Exception {
    try (StubShop shop = new StubShop(0, 3)) {
      LoadResult result = new LoadRun(orders(shop, 2).atRate(300).lasting(100, 1)).run();

      assertThat(result.done()).isEqualTo(20);
      assertThat(result.refused()).containsExactly(Map.entry("409 insufficient-stock", 10L));
      assertThat(result.latencies().count()).isEqualTo(20);
      assertThat(result.refusals().count()).isEqualTo(10);
    }
  }

  @Test
  void countsRequestsWithoutAnAnswer() throws Exception {
    StubShop shop = new StubShop(0, 0);
    LoadPlan plan = orders(shop, 1).atRate(100).lasting(50, 1);
    shop.close();

    LoadResult result = new LoadRun(plan).run();

    assertThat(result.done()).isZero();
    assertThat(result.failed()).isEqualTo(5);
  }

  @Test
  void countsWhatNobodyCouldSendSinceAllHadGivenUp() throws Exception {
    StubShop shop = new StubShop(0, 0);
    LoadPlan plan = orders(shop, 1).atRate(1_000).lasting(300, 1);
    shop.close();

    LoadResult result = new LoadRun(plan).run();

    assertThat(result.failed()).isEqualTo(100);
    assertThat(result.unsent()).isEqualTo(200);
  }
}
