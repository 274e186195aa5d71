package org.orderly.ordering.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.orderly.kernel.InvalidValue;
import org.orderly.ordering.OrderStatus;

class OrderFilterTest {

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  @Test
  void takesEveryStatusThereIs() {
    for (OrderStatus status : OrderStatus.values()) {
      assertThat(filter(Set.of(status.name()), null, null).statuses()).hasSize(1);
    }
  }

  @Test
  void namesTheMemberThatSaysNothingSensible() {
    assertThat(fault(Set.of("LOST"), null, null, null)).isEqualTo("status");
    assertThat(fault(Set.of(""), null, null, null)).isEqualTo("status");
    assertThat(fault(Set.of(), NOON, NOON, null)).isEqualTo("to");
    assertThat(fault(Set.of(), Instant.MIN, null, null)).isEqualTo("from");
    assertThat(fault(Set.of(), null, Instant.MAX, null)).isEqualTo("to");
    assertThat(fault(Set.of(), null, null, "a\0b")).isEqualTo("number");
    assertThat(fault(Set.of(), null, null, " ")).isEqualTo("number");
    assertThat(fault(Set.of(), null, null, "x".repeat(255))).isEqualTo("number");
  }

  @Test
  void comparesAddressesAsAccountsDo() {
    assertThat(ofEmail(" Ada@B\u00fccher.example ")).isEqualTo("ada@xn--bcher-kva.example");
    assertThat(catchThrowableOfType(InvalidValue.class, () -> ofEmail("\u212aim@example.org")))
        .isNotNull();
  }

  private static String ofEmail(String email) {
    return new OrderFilter(Set.of(), null, null, null, null, email).email();
  }

  private static OrderFilter filter(Set<String> statuses, Instant from, String number) {
    return new OrderFilter(statuses, from, null, number, null, null);
  }

  private static Object fault(Set<String> statuses, Instant from, Instant to, String number) {
    return catchThrowableOfType(
            InvalidValue.class, () -> new OrderFilter(statuses, from, to, number, null, null))
        .details()
        .get("field");
  }
}
