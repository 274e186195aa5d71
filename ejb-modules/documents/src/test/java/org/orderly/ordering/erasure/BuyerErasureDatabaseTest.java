package org.orderly.ordering.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderly.ordering.OrderActions.item;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.cart.Carts;
import org.orderly.documents.Invoices;
import org.orderly.identity.event.UserErased;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;
import org.orderly.ordering.OrderActions;
import org.orderly.ordering.OrderView;
import org.orderly.ordering.access.OrderActor;
import org.orderly.ordering.change.Cancellation;
import org.orderly.ordering.change.OrderChange;
import org.orderly.payment.method.PaymentSelection;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.testing.Application;
import org.orderly.testing.TestDatabase;

/** What the ordering database still says of somebody who was erased. */
class BuyerErasureDatabaseTest {

  private record Body(String text) {}

  private static final String INVOICE = "select number, content from invoice where order_id = ?";

  @RegisterExtension static final Application APP = Application.on(OrderActions.DOMAINS);

  private final OrderActions shop = new OrderActions(APP);
  private TestDatabase ordering;
  private ProductId tea;
  private UserId ann;
  private OrderView order;

  @BeforeEach
  void order() {
    ordering = APP.database("ordering");
    ordering.tamper("truncate invoice, order_transition, order_line, orders, outbox cascade");
    ordering.execute("delete from idempotency_key");
    tea = shop.product("2.50", 100);
    ann = shop.buyer("20.00");
    order =
        shop.place(
                OrderActions.command(ann, "key", PaymentSelection.wallet(), List.of(item(tea, 2))))
            .value();
    APP.bean(Invoices.class).of(new OrderActor.Customer(ann), order.id());
  }

  private void erase(UserId user) {
    UserErased event = new UserErased(UUID.randomUUID(), Instant.now(), user);
    for (int i = 0; i < 2; i++) {
      APP.bean(BuyerErasure.class).forget("ordering-identity", event);
    }
  }

  /** Every row of the database that holds a text, but for events, which are gone soon. */
  private List<String> rowsWith(String text) {
    return ordering
        .rows(
            "select table_name from information_schema.tables where table_schema = 'public'"
                + " and table_type = 'BASE TABLE' and table_name <> 'outbox'")
        .stream()
        .map(row -> row.substring(1, row.length() - 1))
        .flatMap(table -> ordering.rows(like(table), "%" + text + "%").stream())
        .toList();
  }

  private static String like(String table) {
    return "select line from (select '%1$s ' || t::text as line from %1$s t) x where line like ?"
        .formatted(table);
  }

  @Test
  void keepsTheOrderWithoutThePerson() {
    assertThat(rowsWith("High Street")).hasSize(3);
    erase(ann);

    assertThat(
            ordering.row(
                "select ship_name, ship_street, ship_city, ship_postal_code, ship_country, total"
                    + " from orders where id = ?",
                order.id().value()))
        .isEqualTo("(erased,erased,erased,erased,GB,500)");
    assertThat(rowsWith("High Street")).isEmpty();
    assertThat(ordering.count("idempotency_key where caller = ?", ann.value())).isZero();
  }

  @Test
  void keepsTheInvoiceForTheTaxes() {
    String before = ordering.row(INVOICE, order.id().value());
    erase(ann);
    assertThat(ordering.row(INVOICE, order.id().value())).isEqualTo(before);
    assertThat(
            ordering.row(
                "select recipient::json ->> 'name', recipient::json ->> 'country' from invoice"
                    + " where order_id = ?",
                order.id().value()))
        .isEqualTo("(erased,GB)");
  }

  @Test
  void takesTheWordsOutOfTheStepsAndLeavesTheSteps() {
    OrderChange change =
        new OrderChange(
            order.id(),
            new OrderActor.Customer(ann),
            IdempotencyKey.of(ann, "cancel", "c", new Body("c")));
    APP.bean(Cancellation.class).cancel(change, "my neighbour Bob took it");
    // requests name their actor; nothing here is one
    ordering.tamper("update order_transition set actor = '" + ann + "' where reason is not null");
    int steps = shop.steps(order.id()).size();

    erase(ann);

    assertThat(rowsWith("neighbour Bob")).isEmpty();
    assertThat(shop.steps(order.id())).hasSize(steps);
  }

  @Test
  void forgetsNobodyElse() {
    UserId bob = shop.buyer("20.00");
    OrderView bobs = shop.place(bob, item(tea, 1));
    APP.bean(Carts.class).put(ann, tea, Quantity.of(1), (before, after) -> {});
    APP.bean(Carts.class).put(bob, tea, Quantity.of(1), (before, after) -> {});
    erase(ann);

    assertThat(ordering.row("select ship_name from orders where id = ?", bobs.id().value()))
        .isEqualTo("(Ann)");
    assertThat(APP.bean(Carts.class).of(ann).lines()).isEmpty();
    assertThat(APP.bean(Carts.class).of(bob).lines()).hasSize(1);
  }

  @Test
  void databaseLetsNothingElseOfAnInvoiceBeChanged() {
    for (String change : List.of("number = number + 1", "content = '{}'", "issued_at = now()")) {
      assertThatThrownBy(
              () ->
                  ordering.execute(
                      "update invoice set " + change + " where order_id = ?", order.id().value()))
          .hasMessageContaining("never changed");
    }
  }

  @Test
  void databaseLetsNothingElseOfAStepBeChanged() {
    for (String change : List.of("to_status = 'CANCELLED'", "actor = 'x'", "reason = 'x'")) {
      assertThatThrownBy(() -> ordering.execute("update order_transition set " + change))
          .hasMessageContaining("never changed");
    }
  }
}
