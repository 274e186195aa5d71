package org.orderly.ordering.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderly.ordering.OrderStatus;

class HistoryEntryTest {

  @ParameterizedTest
  @CsvSource({"ann, buyer", "anonymous, buyer", "an admin, shop", "system, shop"})
  void tellsABuyerWhetherItWasThey(String actor, String shown) {
    HistoryEntry entry =
        new HistoryEntry(
            1,
            "OrderCancelled",
            OrderStatus.PLACED,
            OrderStatus.CANCELLED,
            Instant.EPOCH,
            actor,
            "late");
    assertThat(entry.seenBy("ann").actor()).isEqualTo(shown);
  }
}
