package org.orderly.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderly.ordering.Wishes.item;
import static org.orderly.ordering.Wishes.offer;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.orderly.catalog.Offer;
import org.orderly.inventory.ReservationLine;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.Quantity;

class OrderTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private final Offer tea = offer("tea", "2.55", "GBP", 0);
  private final Offer cake = offer("cake", "10.00", "GBP", 3);

  @ParameterizedTest
  @CsvSource({
    "PLACED, PLACED, false",
    "PLACED, CONFIRMED, true",
    "CONFIRMED, PLACED, false",
    "CONFIRMED, CONFIRMED, false"
  })
  void goesOnlyWhereItsStatusLeads(OrderStatus from, OrderStatus to, boolean allowed) {
    assertThat(from.successors().contains(to)).isEqualTo(allowed);
  }

  @Test
  void matrixOfTransitionsNamesEveryStatus() {
    Map<OrderStatus, Set<OrderStatus>> matrix = new EnumMap<>(OrderStatus.class);
    matrix.put(OrderStatus.PLACED, Set.of(OrderStatus.CONFIRMED));
    matrix.put(OrderStatus.CONFIRMED, Set.of());
    assertThat(matrix).containsOnlyKeys(OrderStatus.values());
    matrix.forEach((from, to) -> assertThat(from.successors()).isEqualTo(to));
  }

  @ParameterizedTest
  @EnumSource(OrderStatus.class)
  void neverReturnsToWhereItWas(OrderStatus status) {
    assertThat(status.successors()).doesNotContain(status);
  }

  @Test
  void isPlacedThenConfirmedOnce() {
    Order order = order(item(tea, "6"));
    assertThat(order.status()).isEqualTo(OrderStatus.PLACED);
    order.confirm();
    assertThat(order.status()).isEqualTo(OrderStatus.CONFIRMED);
    assertThatThrownBy(order::confirm)
        .isInstanceOfSatisfying(
            IllegalOrderTransition.class,
            refusal ->
                assertThat(refusal.details())
                    .containsEntry("from", "CONFIRMED")
                    .containsEntry("to", "CONFIRMED"));
    assertThat(order.status()).isEqualTo(OrderStatus.CONFIRMED);
  }

  @Test
  void totalsItsRoundedLines() {
    Order order = order(item(tea, "6"), item(cake, "0.333"));
    assertThat(order.view().items())
        .extracting(OrderView.Item::lineTotal)
        .containsExactly(Money.of("15.30", "GBP"), Money.of("3.33", "GBP"));
    assertThat(order.total()).isEqualTo(Money.of("18.63", "GBP"));
  }

  @Test
  void reservesEveryLine() {
    Order order = order(item(tea, "6"), item(cake, "0.333"));
    assertThat(order.reservationLines())
        .containsExactly(
            new ReservationLine(tea.id(), Quantity.of(6)),
            new ReservationLine(cake.id(), Quantity.of("0.333")));
  }

  @Test
  void tellsItsBeginningInEvents() {
    Order order = order(item(tea, "6"));
    OrderPlaced placed = OrderPlaced.of(order, NOW);
    OrderConfirmed confirmed = OrderConfirmed.of(order, NOW);
    assertThat(placed.aggregateId()).isEqualTo(order.id().value());
    assertThat(placed.lines()).hasSize(1);
    assertThat(placed.total()).isEqualTo(confirmed.total()).isEqualTo(order.total());
    assertThat(placed.eventId()).isNotEqualTo(confirmed.eventId());
    assertThat(confirmed.userId()).isEqualTo(order.buyer());
  }

  private Order order(OrderItem... items) {
    List<OrderItem> wanted = List.of(items);
    Basket basket = Basket.priced(null, wanted, Map.of(tea.id(), tea, cake.id(), cake));
    return new Order(OrderId.newId(), "2026-000001", Wishes.of(wanted), basket, NOW);
  }
}
