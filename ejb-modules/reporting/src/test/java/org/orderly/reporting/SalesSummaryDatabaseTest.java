package org.orderly.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderly.ordering.OrderActions.eur;
import static org.orderly.ordering.OrderActions.item;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.UserId;
import org.orderly.ordering.OrderActions;
import org.orderly.ordering.OrderView;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.ordering.access.OrderActor;
import org.orderly.ordering.change.Cancellation;
import org.orderly.ordering.change.OrderChange;
import org.orderly.ordering.quote.SamplePriceRules;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.platform.persistence.DatabaseUnavailable;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;
import org.orderly.testing.Application;
import org.orderly.testing.ConcurrentCalls;
import org.orderly.testing.TestDatabase;

/** The summaries of sales against the orders that they are made of. */
class SalesSummaryDatabaseTest {

  private record Body(String text) {}

  @RegisterExtension static final Application APP = Application.on(OrderActions.DOMAINS);

  private final OrderActions shop = new OrderActions(APP);
  private TestDatabase ordering;
  private ProductId tea;
  private UserId ann;

  @BeforeEach
  void open() {
    ordering = APP.database("ordering");
    ordering.tamper(
        "truncate sales_summary, sales_of_product, sales_order, sales_order_line, sales_refund,"
            + " order_transition, order_line, invoice, orders cascade");
    tea = shop.product("2.50", 1_000);
    ann = shop.buyer("1000.00");
  }

  private List<String> summary() {
    return ordering.rows(
        "select sum(orders), sum(revenue), trim_scale(sum(units)), sum(refunds), sum(refunded)"
            + " from sales_summary");
  }

  private static void recount(OrderId order) {
    APP.bean(SalesCounter.class).recount(order);
  }

  private void cancel(OrderId order) {
    IdempotencyKey request = IdempotencyKey.of(ann, "cancel", order.toString(), new Body("cancel"));
    APP.bean(Cancellation.class)
        .cancel(new OrderChange(order, new OrderActor.Customer(ann), request), "changed my mind");
  }

  private void refund(UUID event, OrderId order, String amount) {
    SqlBatch writes = new SqlBatch();
    SalesSummaryRepository.refunded(writes, event, order.value(), Instant.now(), eur(amount));
    APP.bean(DomainDatabase.class, new Domain.Literal(OrderingDatabase.NAME)).atomically(writes);
  }

  /** As if nothing had happened to the orders for a while. */
  private SalesSummaryQueries.Report check() {
    return APP.bean(SalesSummaryQueries.class).check(Instant.now().plusSeconds(60));
  }

  @Test
  void countsAdjustmentsWithTheirGoodsAndShippingWithTheOrder() {
    ProductId cup = shop.product("4.00", 5);
    APP.bean(SamplePriceRules.class).inForce(true);
    OrderView order;
    try {
      order = shop.place(ann, item(tea, 3), item(cup, 2));
    } finally {
      APP.bean(SamplePriceRules.class).inForce(false);
    }
    recount(order.id());

    // 6.32 for the tea, 7.48 for the cups, 4.90 for the parcel
    assertThat(summary()).containsExactly("(1,1870,5,0,0)");
    assertThat(ordering.rows("select revenue from sales_of_product order by revenue"))
        .containsExactly("(632)", "(748)");
    assertThat(check().ok()).isTrue();
    ordering.tamper("update sales_order_line set revenue = revenue + 1 where revenue = 632");
    assertThat(check().ok()).isFalse();
  }

  @Test
  void countsAnOrderForWhatItIsHoweverOften() {
    OrderView order = shop.place(ann, item(tea, 2));
    recount(order.id());
    recount(order.id());

    assertThat(summary()).containsExactly("(1,500,2,0,0)");
    assertThat(
            ordering.row(
                "select sum(orders), sum(revenue), trim_scale(sum(units)) from sales_of_product"
                    + " where product_id = ?",
                tea.value()))
        .isEqualTo("(1,500,2)");
  }

  @Test
  void takesBackWhatWasCancelled() {
    OrderView order = shop.place(ann, item(tea, 2));
    recount(order.id());
    cancel(order.id());
    assertThat(check().ok()).as("before it is counted again").isFalse();
    recount(order.id());

    assertThat(summary()).containsExactly("(0,0,0,0,0)");
    assertThat(check().ok()).isTrue();
  }

  @Test
  void losesNoOrderWhenManyAreCountedAtOnce() {
    List<OrderId> orders =
        IntStream.range(0, 8).mapToObj(i -> shop.place(ann, item(tea, 1)).id()).toList();
    ConcurrentCalls.run(
            16,
            i -> {
              recount(orders.get(i % 8));
              return i;
            })
        .forEach(outcome -> assertThat(outcome.succeeded()).isTrue());

    assertThat(summary()).containsExactly("(8,2000,8,0,0)");
  }

  @Test
  void countsARefundOncePerEvent() {
    OrderView order = shop.place(ann, item(tea, 2));
    recount(order.id());
    UUID event = UUID.randomUUID();
    refund(event, order.id(), "1.00");
    assertThatThrownBy(() -> refund(event, order.id(), "1.00"))
        .isInstanceOf(DatabaseUnavailable.class);

    assertThat(summary()).containsExactly("(1,500,2,1,100)");
  }

  @Test
  void findsASummaryThatIsNotTheSum() {
    OrderView order = shop.place(ann, item(tea, 2));
    recount(order.id());
    ordering.execute("update sales_summary set revenue = revenue + 1");

    assertThat(check().comparisons())
        .filteredOn(comparison -> comparison.differences() > 0)
        .extracting(SalesSummaryQueries.Comparison::what)
        .contains("the summaries are the sums of what is counted");
  }

  @Test
  void findsAnOrderThatWasNotCounted() {
    OrderView order = shop.place(ann, item(tea, 2));
    SalesSummaryQueries.Report report = check();
    assertThat(report.ok()).isFalse();
    assertThat(report.comparisons().toString()).contains(order.id().toString());
  }

  @Test
  void makesTheSummariesAnewFromTheOrders() {
    recount(shop.place(ann, item(tea, 2)).id());
    shop.place(ann, item(tea, 3));
    ordering.execute("update sales_summary set revenue = 7, orders = 70");
    ordering.execute("delete from sales_of_product");

    SalesRebuild.Outcome outcome = APP.bean(SalesRebuild.class).run();

    assertThat(outcome.orders()).isEqualTo(2);
    assertThat(summary()).containsExactly("(2,1250,5,0,0)");
    assertThat(check().ok()).isTrue();
  }

  @Test
  void reportsWhatWasSoldAndToWhom() {
    recount(shop.place(ann, item(tea, 2)).id());
    recount(shop.place(shop.buyer("10.00"), item(tea, 1)).id());
    Period period = Period.of(null, null, Interval.DAY, "UTC", Instant.now());

    SalesReport report = APP.bean(SalesQueries.class).in(period, null);

    assertThat(report.currencies()).hasSize(1);
    SalesFigures total = report.currencies().get(0).total();
    assertThat(total.orders()).isEqualTo(2);
    assertThat(total.revenue()).isEqualTo(eur("7.50"));
    assertThat(total.newCustomers()).isEqualTo(2);
  }
}
