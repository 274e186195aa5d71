package org.orderly.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderly.ledger.LedgerActions.fund;
import static org.orderly.ledger.LedgerActions.postings;
import static org.orderly.ledger.LedgerActions.wallet;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.ledger.InsufficientFunds;
import org.orderly.ledger.LedgerActions;
import org.orderly.ledger.PaymentDatabase;
import org.orderly.payment.gateway.ScriptedGateway;
import org.orderly.payment.lifecycle.IllegalPaymentTransition;
import org.orderly.payment.method.PaymentPlan;
import org.orderly.payment.transfer.InvoiceAmountDiffers;
import org.orderly.payment.transfer.ReceivedTransfer;
import org.orderly.payment.transfer.TransferBookedAlready;
import org.orderly.payment.transfer.TransferDifference;
import org.orderly.testing.Application;
import org.orderly.testing.TestDatabase;

/** What changes a payment after it was made: the bank's answer to an invoice, an edited order. */
class PaymentChangesDatabaseTest {

  @RegisterExtension static final Application APP = Application.on(PaymentDatabase.NAME);

  private final OrderPayments payments = OrderPayments.ofNewOrder(APP);
  private final UserId ann = payments.buyer();
  private final OrderId order = payments.order();
  private TestDatabase database;

  @BeforeEach
  void begin() {
    database = APP.database(PaymentDatabase.NAME);
    APP.bean(ScriptedGateway.class).reset();
  }

  @AfterEach
  void allIntegrityChecksPass() {
    assertThat(LedgerActions.findings(APP)).isEmpty();
  }

  private static Money eur(String amount) {
    return Money.of(amount, "EUR");
  }

  @Test
  void takesAnInvoiceFromTheBankAndKeepsWhatIsTooMuch() {
    payments.charge("4.00", new PaymentPlan.Invoice());
    assertThat(payments.rows()).containsExactly("(INVOICE,PENDING,400,0,0,0)");
    assertThatThrownBy(() -> receive("5.00", "r1", TransferDifference.REFUSE))
        .isInstanceOf(InvoiceAmountDiffers.class);
    assertThat(payments.rows()).containsExactly("(INVOICE,PENDING,400,0,0,0)");

    assertThat(receive("5.00", "r1", TransferDifference.ACCEPT)).isEqualTo(eur("1.00"));

    assertThat(payments.rows()).containsExactly("(INVOICE,CAPTURED,400,400,0,0)");
    assertThat(postings(APP, order.value())).containsExactly("(INVOICE_PAID,BANK,SALES,400)");
    assertThat(wallet(APP, ann)).isEqualTo(eur("1.00"));
    assertThatThrownBy(() -> receive("4.00", "r2", TransferDifference.REFUSE))
        .isInstanceOf(IllegalPaymentTransition.class);
    assertThatThrownBy(() -> receive("1.00", "r1", TransferDifference.BALANCE))
        .isInstanceOf(TransferBookedAlready.class);
  }

  private Money receive(String amount, String bankReference, TransferDifference difference) {
    String id = database.row("select id from payment where order_id = ?", order.value());
    UUID invoice = UUID.fromString(id.substring(1, id.length() - 1));
    return APP.inTransaction(
        () ->
            APP.bean(Payments.class)
                .receive(
                    order, new ReceivedTransfer(invoice, eur(amount), bankReference, difference)));
  }

  @Test
  void chargesAndGivesBackWhatAnEditChanges() {
    fund(APP, ann, eur("10.00"));
    payments.charge("4.00", new PaymentPlan.Wallet());
    amend("6.00");
    assertThat(wallet(APP, ann)).isEqualTo(eur("4.00"));
    assertThat(payments.rows())
        .containsExactly("(WALLET,CAPTURED,400,400,0,0)", "(WALLET,CAPTURED,200,200,0,0)");
    amend("1.00");
    assertThat(wallet(APP, ann)).isEqualTo(eur("9.00"));
    assertThatThrownBy(() -> amend("20.00")).isInstanceOf(InsufficientFunds.class);
    assertThat(wallet(APP, ann)).isEqualTo(eur("9.00"));
  }

  private void amend(String total) {
    APP.inTransaction(
        () -> APP.bean(Payments.class).amend(order, ann, eur(total), new PaymentPlan.Wallet()));
  }

  @Test
  void changesNoAmountWhileACardIsInProgress() {
    payments.charge("5.00", new PaymentPlan.Card(payments.authorization("5.00")));
    assertThatThrownBy(() -> amend("4.00")).isInstanceOf(PaymentInProgress.class);
    assertThat(payments.rows()).containsExactly("(CARD,AUTHORIZED,500,0,0,0)");
  }
}
