package org.orderly.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.orderly.ordering.quote.PricedProducts.item;
import static org.orderly.ordering.quote.PricedProducts.offer;
import static org.orderly.ordering.quote.PricedProducts.priced;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.orderly.catalog.Offer;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.PostalAddress;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;
import org.orderly.ordering.quote.PricedItems;
import org.orderly.payment.ChargeResult;

class OrderTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private final Offer tea = offer("tea", "2.55", "GBP", 0);
  private final Offer cake = offer("cake", "10.00", "GBP", 3);

  private static final Map<OrderStatus, Set<OrderStatus>> MATRIX =
      Map.of(
          OrderStatus.PLACED, Set.of(OrderStatus.CONFIRMED, OrderStatus.CANCELLED),
          OrderStatus.CONFIRMED,
              Set.of(
                  OrderStatus.PROCESSING,
                  OrderStatus.PARTIALLY_SHIPPED,
                  OrderStatus.SHIPPED,
                  OrderStatus.CANCELLED),
          OrderStatus.PROCESSING,
              Set.of(OrderStatus.PARTIALLY_SHIPPED, OrderStatus.SHIPPED, OrderStatus.CANCELLED),
          OrderStatus.PARTIALLY_SHIPPED, Set.of(OrderStatus.SHIPPED, OrderStatus.DELIVERED),
          OrderStatus.SHIPPED, Set.of(OrderStatus.DELIVERED, OrderStatus.RETURNED),
          OrderStatus.DELIVERED, Set.of(OrderStatus.RETURNED),
          OrderStatus.RETURNED, Set.of(),
          OrderStatus.CANCELLED, Set.of());

  /** The shortest way from the beginning to each status. */
  private static final Map<OrderStatus, List<OrderStatus>> WAYS =
      Map.of(
          OrderStatus.PLACED, List.of(),
          OrderStatus.CONFIRMED, List.of(OrderStatus.CONFIRMED),
          OrderStatus.PROCESSING, List.of(OrderStatus.CONFIRMED, OrderStatus.PROCESSING),
          OrderStatus.PARTIALLY_SHIPPED,
              List.of(OrderStatus.CONFIRMED, OrderStatus.PARTIALLY_SHIPPED),
          OrderStatus.SHIPPED, List.of(OrderStatus.CONFIRMED, OrderStatus.SHIPPED),
          OrderStatus.DELIVERED,
              List.of(OrderStatus.CONFIRMED, OrderStatus.SHIPPED, OrderStatus.DELIVERED),
          OrderStatus.RETURNED,
              List.of(OrderStatus.CONFIRMED, OrderStatus.SHIPPED, OrderStatus.RETURNED),
          OrderStatus.CANCELLED, List.of(OrderStatus.CANCELLED));

  static Stream<Arguments> everyStep() {
    return Arrays.stream(OrderStatus.values())
        .flatMap(from -> Arrays.stream(OrderStatus.values()).map(to -> Arguments.of(from, to)));
  }

  @ParameterizedTest
  @MethodSource("everyStep")
  void goesOnlyWhereItsStatusLeads(OrderStatus from, OrderStatus to) {
    Order order = order(item(tea, "6"));
    WAYS.get(from).forEach(next -> become(order, next));
    if (MATRIX.get(from).contains(to)) {
      become(order, to);
      assertThat(order.status()).isEqualTo(to);
    } else {
      assertThatThrownBy(() -> become(order, to))
          .isInstanceOfSatisfying(
              IllegalOrderTransition.class,
              refusal ->
                  assertThat(refusal.details())
                      .containsEntry("from", from.name())
                      .containsEntry("to", to.name()));
      assertThat(order.status()).isEqualTo(from);
    }
  }

  @ParameterizedTest
  @EnumSource(OrderStatus.class)
  void takesOtherLinesOnlyBeforeAnythingIsShipped(OrderStatus status) {
    Order order = order(item(tea, "6"));
    WAYS.get(status).forEach(next -> become(order, next));
    PricedItems other = basket(item(cake, "1"));
    if (Set.of(OrderStatus.PLACED, OrderStatus.CONFIRMED, OrderStatus.PROCESSING)
        .contains(status)) {
      order.replaceLines(other);
      assertThat(order.total()).isEqualTo(Money.of("10.00", "GBP"));
      assertThat(order.revision()).isEqualTo(1);
      assertThat(order.view().items()).extracting(OrderView.Item::sku).containsExactly("cake");
    } else {
      assertThatThrownBy(() -> order.replaceLines(other)).isInstanceOf(OrderNotEditable.class);
      assertThat(order.total()).isEqualTo(Money.of("15.30", "GBP"));
      assertThat(order.revision()).isZero();
    }
  }

  @Test
  void waitsForItsMoneyOnlyWhilePlaced() {
    Order order = order(item(tea, "6"));
    order.place(new ChargeResult(false, NOW, null), NOW);
    assertThat(order.view().expiresAt()).isEqualTo(NOW);
    assertThat(order.steps()).extracting(Order.Step::to).containsExactly(OrderStatus.PLACED);
    order.confirm(NOW);
    assertThat(order.isChanged()).isTrue();
    assertThat(order.view().expiresAt()).isNull();
  }

  @Test
  void isConfirmedAtOnceIfItIsPaid() {
    Order order = order(item(tea, "6"));
    order.place(new ChargeResult(true, null, null), NOW);
    assertThat(order.status()).isEqualTo(OrderStatus.CONFIRMED);
    assertThat(order.view().expiresAt()).isNull();
    assertThat(order.steps())
        .extracting(Order.Step::from, Order.Step::to)
        .containsExactly(
            tuple(null, OrderStatus.PLACED), tuple(OrderStatus.PLACED, OrderStatus.CONFIRMED));
    assertThat(order.steps())
        .extracting(step -> step.event().getClass().getSimpleName())
        .containsExactly("OrderPlaced", "OrderConfirmed");
  }

  @Test
  void leavesItsRowAsItIsIfOnlyAnEventIsRecorded() {
    Order order = order(item(tea, "6"));
    order.note("asked", OrderConfirmed.of(order, NOW));
    assertThat(order.isChanged()).isFalse();
    assertThat(order.hasNewLines()).isFalse();
    assertThat(order.steps())
        .extracting(Order.Step::from, Order.Step::to, Order.Step::reason)
        .containsExactly(tuple(OrderStatus.PLACED, OrderStatus.PLACED, "asked"));
  }

  @Test
  void hasToBeWrittenWhenItsBuyerOrAddressChanges() {
    Order adopted = order(item(tea, "6"));
    adopted.adopt(UserId.newId());
    assertThat(adopted.isChanged()).isTrue();
    Order redirected = order(item(tea, "6"));
    redirected.redirect(redirected.shippingAddress());
    assertThat(redirected.isChanged()).isFalse();
    redirected.redirect(new PostalAddress("Cem", "Elm 1", "Bath", null, "BA1 1AA", "GB"));
    assertThat(redirected.isChanged()).isTrue();
    assertThat(redirected.hasNewLines()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(OrderStatus.class)
  void neverReturnsToWhereItWas(OrderStatus status) {
    assertThat(status.successors()).doesNotContain(status);
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
            new ProductQuantity(tea.id(), Quantity.of(6)),
            new ProductQuantity(cake.id(), Quantity.of("0.333")));
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

  private static void become(Order order, OrderStatus next) {
    order.become(next, null, OrderConfirmed.of(order, NOW));
  }

  private Order order(ProductQuantity... items) {
    List<ProductQuantity> wanted = List.of(items);
    return new Order(OrderId.newId(), "2026-000001", OrderCommands.of(wanted), basket(items), NOW);
  }

  private PricedItems basket(ProductQuantity... items) {
    return priced(List.of(items), tea, cake);
  }
}
