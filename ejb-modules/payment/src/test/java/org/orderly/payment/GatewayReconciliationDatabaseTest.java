package org.orderly.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.ledger.LedgerActions;
import org.orderly.ledger.PaymentDatabase;
import org.orderly.payment.gateway.NoPaymentGateway;
import org.orderly.payment.gateway.SelectedGateway;
import org.orderly.payment.reconciliation.ReconciliationReport;
import org.orderly.payment.reconciliation.Reconciliations;
import org.orderly.testing.Application;

/** The reconciliation with the gateway of old payments beside that of new ones. */
class GatewayReconciliationDatabaseTest {

  private static final Money FIVE = Money.of("5.00", "EUR");

  @RegisterExtension static final Application APP = Application.on(PaymentDatabase.NAME);

  private GatewayChange change;

  @BeforeEach
  void payWithTheFormerGatewayThenChange() {
    change = GatewayChange.of(APP);
  }

  @AfterEach
  void allIntegrityChecksPass() {
    SelectedGateway.reset(APP);
    assertThat(LedgerActions.findings(APP)).isEmpty();
  }

  @Test
  void reconcilesEachConfiguredGateway() {
    change.runNext();
    UUID later = change.charge(OrderId.newId());
    change.runNext();
    change.former().move(PaymentFixtures.captured(change.payment(), FIVE));
    change.current().move(PaymentFixtures.captured(later, FIVE));
    LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);

    ReconciliationReport report = APP.bean(Reconciliations.class).make(today);
    assertThat(report.gateway()).isEqualTo("former, scripted");
    assertThat(subjects(report)).doesNotContain(change.payment().toString(), later.toString());

    change.former().setConfigured(false);
    ReconciliationReport without = APP.bean(Reconciliations.class).make(today);
    assertThat(without.gateway()).isEqualTo("scripted");
    assertThat(subjects(without))
        .contains(change.payment().toString())
        .doesNotContain(later.toString());

    change.current().setConfigured(false);
    assertThatThrownBy(() -> APP.bean(Reconciliations.class).make(today))
        .isInstanceOf(NoPaymentGateway.class);
  }

  private static List<String> subjects(ReconciliationReport report) {
    return report.differences().stream().map(ReconciliationReport.Line::subject).toList();
  }
}
