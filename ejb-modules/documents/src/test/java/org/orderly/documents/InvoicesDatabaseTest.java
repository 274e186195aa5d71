package org.orderly.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderly.ordering.OrderActions.item;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.kernel.Adjustment;
import org.orderly.kernel.Money;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.UserId;
import org.orderly.ordering.OrderActions;
import org.orderly.ordering.OrderNotFound;
import org.orderly.ordering.OrderView;
import org.orderly.ordering.access.OrderActor;
import org.orderly.ordering.quote.SamplePriceRules;
import org.orderly.testing.Application;
import org.orderly.testing.ConcurrentCalls;
import org.orderly.testing.TestDatabase;

/** Invoices whose numbers have no gap. */
class InvoicesDatabaseTest {

  @RegisterExtension static final Application APP = Application.on(OrderActions.DOMAINS);

  private final OrderActions shop = new OrderActions(APP);
  private TestDatabase ordering;
  private Invoices invoices;
  private ProductId tea;
  private UserId ann;

  @BeforeEach
  void open() {
    ordering = APP.database("ordering");
    ordering.tamper("truncate invoice, invoice_series cascade");
    invoices = APP.bean(Invoices.class);
    tea = shop.product("2.50", 100);
    ann = shop.buyer("100.00");
  }

  private List<OrderView> orders(int number) {
    return IntStream.range(0, number).mapToObj(i -> shop.place(ann, item(tea, 1))).toList();
  }

  private static InvoiceGapQueries.Report gaps() {
    return APP.bean(InvoiceGapQueries.class).check();
  }

  @Test
  void numbersInvoicesWithoutAGapHoweverManyAreIssuedAtOnce() {
    List<OrderView> orders = orders(6);
    List<ConcurrentCalls.Outcome<Invoice>> outcomes =
        ConcurrentCalls.run(12, i -> invoices.issue(orders.get(i % 6).id()));

    assertThat(outcomes).allMatch(ConcurrentCalls.Outcome::succeeded);
    assertThat(ordering.rows("select number from invoice order by number"))
        .containsExactly("(1)", "(2)", "(3)", "(4)", "(5)", "(6)");
    assertThat(gaps().ok()).isTrue();
  }

  @Test
  void losesNoNumberToAFailure() {
    List<OrderView> orders = orders(2);
    ordering.execute("alter table invoice add constraint closed check (false) not valid");
    try {
      assertThatThrownBy(() -> invoices.issue(orders.get(0).id())).isNotNull();
    } finally {
      ordering.execute("alter table invoice drop constraint closed");
    }
    assertThat(invoices.issue(orders.get(1).id()).number()).isEqualTo(1);
    assertThat(gaps().ok()).isTrue();
  }

  @Test
  void issuesAnInvoiceOnceToItsBuyerAlone() {
    OrderView order = orders(1).get(0);
    assertThat(invoices.of(new OrderActor.Customer(ann), order.id())).isNotNull();
    assertThat(invoices.of(new OrderActor.Admin(UserId.newId()), order.id())).isNotNull();
    assertThat(ordering.count("invoice")).isEqualTo(1);
    assertThatThrownBy(() -> invoices.of(new OrderActor.Customer(UserId.newId()), order.id()))
        .isInstanceOf(OrderNotFound.class);
  }

  @Test
  void issuesNoneForAnOrderThatIsNotPaid() {
    OrderView waiting = shop.placeByInvoice(ann, item(tea, 1));
    assertThatThrownBy(() -> invoices.of(new OrderActor.Customer(ann), waiting.id()))
        .isInstanceOfSatisfying(
            DocumentNotIssued.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo("document-not-issued");
              // "status" is the answer's own
              assertThat(refusal.details()).containsOnlyKeys("orderStatus");
            });
    assertThat(ordering.count("invoice_series")).isZero();
  }

  @Test
  void billsAdjustmentsThatAddUpToTheTotal() {
    APP.bean(SamplePriceRules.class).inForce(true);
    OrderView order;
    try {
      order = shop.place(ann, item(tea, 3), item(shop.product("4.00", 5), 2));
    } finally {
      APP.bean(SamplePriceRules.class).inForce(false);
    }
    InvoiceContent issued = invoices.issue(order.id()).content();
    InvoiceContent read = invoices.issue(order.id()).content();

    assertThat(read).isEqualTo(issued);
    assertThat(read.adjustments()).isEqualTo(order.adjustments()).hasSize(3);
    assertThat(read.lines())
        .extracting(InvoiceContent.Line::adjustments)
        .isEqualTo(order.items().stream().map(OrderView.Item::adjustments).toList());
    Money sum = Adjustment.sum(read.adjustments(), read.total().currency());
    for (InvoiceContent.Line line : read.lines()) {
      sum = sum.plus(line.total()).plus(Adjustment.sum(line.adjustments(), sum.currency()));
    }
    assertThat(sum).isEqualTo(read.total()).isEqualTo(order.total());
  }

  /** As they were kept by a version that knew no adjustments. */
  @Test
  void readsInvoicesFromBeforeThereWereAdjustments() {
    OrderView order = orders(1).get(0);
    InvoiceContent issued = invoices.issue(order.id()).content();
    ordering.tamper(
        "update invoice set content = regexp_replace(content, ',\"adjustments\":\\[\\]', '', 'g')");
    assertThat(ordering.row("select content from invoice")).doesNotContain("adjustments");

    assertThat(invoices.issue(order.id()).content()).isEqualTo(issued);
  }

  @Test
  void findsANumberThatIsMissing() {
    orders(3).forEach(order -> invoices.issue(order.id()));
    ordering.tamper("delete from invoice where number = 2");
    assertThat(gaps().ok()).isFalse();
    assertThat(gaps().years().get(0).missing()).containsExactly(2L);
  }
}
