package org.orderly.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orderly.kernel.InvariantCheck;
import org.orderly.kernel.UuidV7;

class CrossCheckTest {

  private final UUID order = UuidV7.next();

  @Test
  void provesReservationsThatMatch() {
    InvariantCheck check = CrossCheck.reservationCheck(differences(Set.of(), Set.of(order)));
    assertThat(check.id()).isEqualTo("I3");
    assertThat(check.ok()).isTrue();
  }

  @Test
  void namesAnOrderWithoutItsReservation() {
    InvariantCheck check = CrossCheck.reservationCheck(differences(Set.of(order), Set.of()));
    assertThat(check.ok()).isFalse();
    assertThat(check.violations()).isEqualTo(1);
    assertThat(check.sample()).singleElement().asString().contains(order.toString());
  }

  @Test
  void addsChargesThatDifferToTheLinesThatDo() {
    InvariantCheck lines = InvariantCheck.of("I6", "totals", 2, List.of("a", "b"));
    InvariantCheck check = CrossCheck.totalCheck(lines, differences(Set.of(), Set.of(order)));
    assertThat(check.ok()).isFalse();
    assertThat(check.violations()).isEqualTo(3);
    assertThat(check.sample()).hasSize(3);
  }

  @Test
  void leavesGoodTotalsAlone() {
    InvariantCheck lines = InvariantCheck.of("I6", "totals", 0, List.of());
    assertThat(CrossCheck.totalCheck(lines, differences(Set.of(order), Set.of()))).isEqualTo(lines);
  }

  private static CrossCheck.Differences differences(Set<UUID> reservation, Set<UUID> charge) {
    return new CrossCheck.Differences(reservation, charge);
  }
}
