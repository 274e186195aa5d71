package org.orderly.inventory.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.inventory.InventoryDatabase;
import org.orderly.kernel.InvalidValue;
import org.orderly.testing.Application;
import org.orderly.testing.ConcurrentCalls;

/** Codes and names of locations, also when many open one at once. */
class StockLocationNamesDatabaseTest {

  @RegisterExtension static final Application APP = Application.on(InventoryDatabase.DOMAIN);

  private static StockLocations locations() {
    return APP.bean(StockLocations.class);
  }

  @Test
  void locationsAreOpenedOnceAndRenamed() {
    String code = "depot-" + UUID.randomUUID().toString().substring(0, 8);
    List<ConcurrentCalls.Outcome<StockLocationView>> outcomes =
        ConcurrentCalls.run(6, i -> locations().open(i < 4 ? code : code + i, "Depot"));

    assertThat(outcomes).filteredOn(ConcurrentCalls.Outcome::succeeded).hasSize(3);
    assertThat(locations().rename(code, "The depot").name()).isEqualTo("The depot");
    assertThat(locations().all())
        .contains(new StockLocationView(code, "The depot", false))
        .startsWith(new StockLocationView("main", "Main", false));
    for (String bad : List.of("", "Shop", "a b", "-a", "x".repeat(41))) {
      assertThatThrownBy(() -> locations().open(bad, "x")).isInstanceOf(InvalidValue.class);
    }
    assertThatThrownBy(() -> locations().rename("moon", "x")).isInstanceOf(UnknownLocation.class);
    assertThatThrownBy(() -> locations().rename(code, " ")).isInstanceOf(InvalidValue.class);
  }
}
