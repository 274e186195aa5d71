package org.orderly.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.orderly.ordering.OrderActions.eur;
import static org.orderly.ordering.OrderActions.item;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.kernel.Adjustment;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Money;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.UserId;
import org.orderly.ordering.access.OrderActor;
import org.orderly.ordering.overview.BuyerOrders;
import org.orderly.ordering.overview.OrderFilter;
import org.orderly.ordering.overview.VendorOrder;
import org.orderly.ordering.overview.VendorOrders;
import org.orderly.ordering.quote.Quote;
import org.orderly.ordering.quote.Quotes;
import org.orderly.ordering.quote.SamplePriceRules;
import org.orderly.ordering.returns.ReturnView;
import org.orderly.payment.RefundAboveCaptured;
import org.orderly.payment.method.PaymentSelection;
import org.orderly.testing.Application;
import org.orderly.testing.TestDatabase;

/** Discounts, shipping and taxes from the quote to the last refund, to the cent. */
class AdjustmentsDatabaseTest {

  @RegisterExtension static final Application APP = Application.on(OrderActions.DOMAINS);

  private final OrderActions shop = new OrderActions(APP);
  private final OrderLife life = new OrderLife(APP);
  private TestDatabase ordering;
  private ProductId tea;
  private ProductId cup;
  private UserId ann;

  @BeforeEach
  void open() {
    ordering = APP.database("ordering");
    tea = shop.product("2.50", 100);
    cup = shop.product("4.00", 100);
    ann = shop.buyer("100.00");
    APP.bean(SamplePriceRules.class).inForce(true);
    shop.forgetEvents();
  }

  @AfterEach
  void allIntegrityChecksPass() {
    APP.bean(SamplePriceRules.class).inForce(false);
    assertThat(LeafChecks.findings(APP)).isEmpty();
  }

  private OrderView load(OrderView order) {
    return APP.bean(OrderQueries.class).one(order.id());
  }

  @Test
  void chargesWhatWasQuotedAndKeepsWhy() {
    Quote quote = APP.bean(Quotes.class).ofItems(List.of(item(tea, 3), item(cup, 2)));
    // 7.50 - 0.75, 8.00; - 2.00, + 8.25 % of 12.75, + 4.90
    assertThat(quote.total()).isEqualTo(eur("18.70"));

    OrderView order = shop.place(ann, item(tea, 3), item(cup, 2));

    assertThat(order.total()).isEqualTo(quote.total());
    assertThat(order.adjustments())
        .isEqualTo(quote.adjustments())
        .extracting(Adjustment::kind, Adjustment::amount, Adjustment::source)
        .containsExactly(
            tuple(Adjustment.Kind.DISCOUNT, eur("-2.00"), "promotion:welcome"),
            tuple(Adjustment.Kind.TAX, eur("1.05"), "tax:us-ca"),
            tuple(Adjustment.Kind.SHIPPING, eur("4.90"), "shipping:parcel"));
    assertThat(order.items().get(0).adjustments())
        .extracting(Adjustment::label, Adjustment::amount)
        .containsExactly(tuple("Bulk", eur("-0.75")));
    assertThat(order.items().get(1).adjustments()).isEmpty();
    assertThat(load(order)).isEqualTo(order);
    assertThat(shop.wallet(ann)).isEqualTo(eur("81.30"));
    assertThat(shop.payments(order.id())).containsExactly("(WALLET,CAPTURED,1870,0)");
    assertThat(
            ordering.rows(
                "select adjusted from order_line where order_id = ? order by position",
                order.id().value()))
        .containsExactly("(-118)", "(-52)");
  }

  @Test
  void tellsAdjustmentsInEvents() {
    OrderView order = shop.place(ann, item(tea, 3), item(cup, 2));
    String payload =
        ordering.row(
            "select payload::json -> 'adjustments' ->> 2 as one,"
                + " payload::json -> 'lines' -> 0 -> 'adjustments' ->> 0 as other"
                + " from outbox where type = 'OrderPlaced' and aggregate_id = ?",
            order.id().value());
    assertThat(payload)
        .contains("SHIPPING", "Parcel", "4.90", "EUR", "shipping:parcel")
        .contains("DISCOUNT", "Bulk", "-0.75", "promotion:bulk");
  }

  @Test
  void refusesAnotherTotalThanTheBuyerWasShown() {
    Money withoutAdjustments = eur("15.50");
    PlaceOrder command =
        OrderActions.command(
            ann, null, PaymentSelection.wallet(), List.of(item(tea, 3), item(cup, 2)));
    PlaceOrder expecting =
        new PlaceOrder(
            ann,
            command.items(),
            OrderActions.HOME,
            command.payment(),
            withoutAdjustments,
            null,
            command.request());
    assertThatThrownBy(() -> shop.place(expecting)).hasMessageContaining("18.70");
  }

  @Test
  void pricesAnEditedOrderAnewAndKeepsTheEarlierRevision() {
    OrderView order = shop.place(ann, item(tea, 3), item(cup, 2));

    OrderView edited = life.edit(order, item(tea, 1), item(cup, 1));

    // 6.50 + 8.25 % + 4.90
    assertThat(edited.total()).isEqualTo(eur("11.94"));
    assertThat(shop.wallet(ann)).isEqualTo(eur("88.06"));
    assertThat(load(order)).isEqualTo(edited);
    assertThat(edited.adjustments()).extracting(Adjustment::label).endsWith("Parcel").hasSize(2);
    assertThat(
            ordering.rows(
                "select revision, count(*) from order_adjustment where order_id = ?"
                    + " group by revision order by revision",
                order.id().value()))
        .containsExactly("(0,3)", "(1,2)");
    assertThat(life.edit(edited, item(tea, 3), item(cup, 2)).total()).isEqualTo(order.total());
    assertThat(shop.wallet(ann)).isEqualTo(eur("81.30"));
  }

  @Test
  void editsAnOrderIntoOneWithoutAdjustments() {
    OrderView order = shop.place(ann, item(tea, 3));
    APP.bean(SamplePriceRules.class).inForce(false);

    OrderView edited = life.edit(order, item(tea, 3));

    assertThat(edited.total()).isEqualTo(eur("7.50"));
    assertThat(load(order)).isEqualTo(edited);
    assertThat(edited.adjustments()).isEmpty();
  }

  @Test
  void givesEverythingBackForACancelledOrder() {
    OrderView order = shop.place(ann, item(tea, 3), item(cup, 2));
    OrderView cancelled = life.cancel(order);
    assertThat(cancelled.adjustments()).isEqualTo(order.adjustments());
    assertThat(shop.wallet(ann)).isEqualTo(eur("100.00"));
  }

  @Test
  void givesBackWhatWasPaidForWhatComesBack() {
    OrderView order = shop.place(ann, item(tea, 3), item(cup, 2));
    life.ship(order);

    ReturnView first = life.comeBack(order, item(tea, 1));
    ReturnView second = life.comeBack(order, item(cup, 2), item(tea, 1));
    ReturnView last = life.comeBack(order, item(tea, 1));

    // the tea cost 6.32, the cups 7.48; the shipping stays
    assertThat(first.refundable()).isEqualTo(eur("2.11"));
    assertThat(second.refundable()).isEqualTo(eur("9.58"));
    assertThat(last.refundable()).isEqualTo(eur("2.11"));
    assertThat(load(order).status()).isEqualTo("RETURNED");
    assertThat(
            ordering.rows(
                "select payload::json -> 'refundable' ->> 'amount' from outbox"
                    + " where type = 'OrderReturned' and aggregate_id = ? order by seq",
                order.id().value()))
        .containsExactly("(2.11)", "(9.58)", "(2.11)");
    for (ReturnView one : Arrays.asList(first, second, last)) {
      life.refund(order, one.refundable());
    }
    assertThat(shop.wallet(ann)).isEqualTo(eur("95.10"));
    life.refund(order, eur("4.90"));
    assertThat(shop.wallet(ann)).isEqualTo(eur("100.00"));
    assertThatThrownBy(() -> life.refund(order, eur("0.01")))
        .isInstanceOf(RefundAboveCaptured.class);
  }

  @Test
  void chargesForWhatWasShippedAsBeforeWhenTheRestIsCancelled() {
    OrderView order = shop.place(ann, item(tea, 3), item(cup, 2));
    life.ship(order, item(tea, 2), item(cup, 2));
    ReturnView early = life.comeBack(order, item(tea, 1));

    OrderView rest = life.cancel(order);

    // of 6.32 for three, two cost 4.21
    assertThat(rest.total()).isEqualTo(eur("16.59"));
    assertThat(load(order)).isEqualTo(rest);
    assertThat(shop.wallet(ann)).isEqualTo(eur("83.41"));
    assertThat(rest.adjustments())
        .extracting(Adjustment::label, Adjustment::amount)
        .contains(tuple("Parcel", eur("4.90")));
    assertThat(sum(rest)).isEqualTo(rest.total());
    ReturnView late = life.comeBack(order, item(tea, 1), item(cup, 2));
    assertThat(early.refundable().plus(late.refundable()).plus(eur("4.90")))
        .isEqualTo(rest.total());
  }

  private static Money sum(OrderView order) {
    Money sum = Adjustment.sum(order.adjustments(), order.total().currency());
    for (OrderView.Item one : order.items()) {
      sum = sum.plus(one.lineTotal()).plus(Adjustment.sum(one.adjustments(), sum.currency()));
    }
    return sum;
  }

  @Test
  void showsVendorsTheirLinesWithoutAdjustmentsOfTheWholeOrder() {
    UserId potter = UserId.newId();
    ProductId pot = shop.product("10.00", 10, potter);
    OrderView order = shop.place(ann, item(tea, 1), item(pot, 3));

    VendorOrder seen = APP.bean(VendorOrders.class).one(new OrderActor.Vendor(potter), order.id());

    assertThat(seen.total()).isEqualTo(eur("27.00"));
    assertThat(seen.items()).containsExactly(order.items().get(1));
    assertThat(seen.items().get(0).adjustments())
        .extracting(Adjustment::amount)
        .containsExactly(eur("-3.00"));
  }

  @Test
  void listsOrdersWithAndWithoutAdjustments() {
    OrderView adjusted = shop.place(ann, item(tea, 3), item(cup, 2));
    APP.bean(SamplePriceRules.class).inForce(false);
    OrderView plain = shop.place(ann, item(tea, 1));

    assertThat(APP.bean(BuyerOrders.class).page(ann, OrderFilter.ANY, Limit.of(10), null).items())
        .containsExactly(plain, adjusted);
    assertThat(plain.adjustments()).isEmpty();
  }

  @Test
  void databaseNeverChangesAdjustmentsNorTakesOthers() {
    OrderView order = shop.place(ann, item(tea, 3), item(cup, 2));
    UUID id = order.id().value();
    for (String table : List.of("order_adjustment", "order_line_adjustment")) {
      assertThatThrownBy(() -> ordering.execute("delete from " + table + " where order_id = ?", id))
          .hasMessageContaining("never changed");
    }
    String another =
        "insert into order_adjustment (order_id, revision, position, kind, label, amount, source)"
            + " values (?, 0, 9, '%s', 'Late', %s, 'rule:late')";
    for (String amount : List.of("FEE,100", "TAX,100", "DISCOUNT,-1")) {
      String[] parts = amount.split(",");
      assertThatThrownBy(() -> ordering.execute(another.formatted(parts[0], parts[1]), id))
          .hasMessageContaining("order " + id);
    }
    assertThatThrownBy(() -> ordering.execute(another.formatted("FEE", "0"), id))
        .hasMessageContaining("amount_check");
    assertThatThrownBy(() -> ordering.execute(another.formatted("DISCOUNT", "1"), id))
        .hasMessageContaining("lowers_the_price");
    assertThatThrownBy(() -> ordering.execute(another.formatted("GIFT", "1"), id))
        .hasMessageContaining("kind_check");
  }
}
