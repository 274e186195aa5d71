package org.orderly.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.ledger.LedgerActions;
import org.orderly.ledger.PaymentDatabase;
import org.orderly.payment.gateway.FormerGateway;
import org.orderly.payment.gateway.NoPaymentGateway;
import org.orderly.payment.gateway.ScriptedGateway;
import org.orderly.payment.gateway.SelectedGateway;
import org.orderly.payment.intent.CardAuthorization;
import org.orderly.payment.method.PaymentPlan;
import org.orderly.payment.reconciliation.ReconciliationReport;
import org.orderly.payment.reconciliation.Reconciliations;
import org.orderly.testing.Application;
import org.orderly.testing.TestDatabase;
import java.util.List;

/** The reconciliation with the gateway of old payments beside that of new ones. */
class GatewayReconciliationDatabaseTest {

  private static final Money FIVE = Money.of("5.00", "EUR");

  @RegisterExtension static final Application APP = Application.on(PaymentDatabase.NAME);

  private final UserId ann = UserId.newId();
  private final OrderId order = OrderId.newId();
  private TestDatabase database;
  private FormerGateway former;
  private ScriptedGateway current;
  private UUID payment;

  @BeforeEach
  void payWithTheFormerGatewayThenChange() {
    database = APP.database(PaymentDatabase.NAME);
    database.execute("delete from payment_task");
    database.execute("delete from card_intent");
    former = APP.bean(FormerGateway.class);
    former.reset();
    current = APP.bean(ScriptedGateway.class);
    current.reset();
    SelectedGateway.change(APP, "former");
    payment = charge(order);
    SelectedGateway.reset(APP);
  }

  @AfterEach
  void allIntegrityChecksPass() {
    SelectedGateway.reset(APP);
    assertThat(LedgerActions.findings(APP)).isEmpty();
  }

  private UUID charge(OrderId of) {
    OrderPayments payments = new OrderPayments(APP, of, ann);
    CardAuthorization authorization = payments.authorization("5.00");
    payments.charge("5.00", new PaymentPlan.Card(authorization));
    return authorization.paymentId();
  }

  private static boolean runNext() {
    return APP.bean(GatewayTaskRunner.class).doNext();
  }

  @Test
  void reconcilesEachConfiguredGateway() {
    runNext();
    UUID later = charge(OrderId.newId());
    runNext();
    former.move(PaymentFixtures.captured(payment, FIVE));
    current.move(PaymentFixtures.captured(later, FIVE));
    LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);

    ReconciliationReport report = APP.bean(Reconciliations.class).make(today);
    assertThat(report.gateway()).isEqualTo("former, scripted");
    assertThat(subjects(report)).doesNotContain(payment.toString(), later.toString());

    former.setConfigured(false);
    ReconciliationReport without = APP.bean(Reconciliations.class).make(today);
    assertThat(without.gateway()).isEqualTo("scripted");
    assertThat(subjects(without)).contains(payment.toString()).doesNotContain(later.toString());

    current.setConfigured(false);
    assertThatThrownBy(() -> APP.bean(Reconciliations.class).make(today))
        .isInstanceOf(NoPaymentGateway.class);
  }

  private static List<String> subjects(ReconciliationReport report) {
    return report.differences().stream().map(ReconciliationReport.Line::subject).toList();
  }
}
