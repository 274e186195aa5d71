package org.orderly.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orderly.identity.person.Contact;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;
import org.orderly.ordering.change.OrderCancelled;
import org.orderly.ordering.fulfilment.GoodsItem;
import org.orderly.ordering.fulfilment.OrderDelivered;
import org.orderly.ordering.fulfilment.OrderShipped;
import org.orderly.payment.lifecycle.PaymentPending;
import org.orderly.payment.lifecycle.PaymentRefunded;
import org.orderly.payment.method.PaymentInstrument;
import org.orderly.payment.method.RefundTarget;

class OrderMessagesTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:30Z");
  private static final UUID ID = UUID.randomUUID();
  private static final OrderId ORDER = OrderId.newId();
  private static final Contact ADA = new Contact(UserId.newId(), "ada@example.org", "Ada", true);
  private static final Money SUM = Money.of("16.50", "EUR");
  private static final String NUMBER = "2026-000123";

  private final PaymentMessages payments = new PaymentMessages(Optional.of("DE00 1234, Our Bank"));

  @Test
  void saysWhyAnOrderWasCancelled() {
    OrderCancelled event =
        new OrderCancelled(ID, NOW, ORDER, NUMBER, ADA.id(), SUM, "bought it elsewhere, 100%");
    MessageContent messageContent = OrderMessages.cancelled(event, ADA);
    assertThat(messageContent.subject()).isEqualTo("Your order 2026-000123 was cancelled");
    assertThat(messageContent.body())
        .contains("Hello Ada,", "16.50 EUR")
        .doesNotContain("elsewhere");
  }

  @Test
  void saysByWhomAParcelComesAndWhatIsInIt() {
    assertThat(OrderMessages.shipped(shipped("X-1"), ADA).body())
        .contains("by Pigeon Post, tracking number X-1:", "2 x Cup");
    assertThat(OrderMessages.shipped(shipped(null), ADA).body())
        .contains("by Pigeon Post:")
        .doesNotContain("null");
  }

  @Test
  void tellsAParcelFromTheWholeOrder() {
    OrderDelivered part = new OrderDelivered(ID, NOW, ORDER, NUMBER, ADA.id(), ID, false);
    OrderDelivered all = new OrderDelivered(ID, NOW, ORDER, NUMBER, ADA.id(), ID, true);
    assertThat(OrderMessages.delivered(part, ADA).body()).contains("a parcel of your order");
    assertThat(OrderMessages.delivered(all, ADA).body()).doesNotContain("parcel");
  }

  @Test
  void saysHowToPayAnInvoice() {
    MessageContent messageContent =
        payments.pending(pending(PaymentInstrument.INVOICE), NUMBER, ADA);
    assertThat(messageContent.body())
        .contains(
            "Amount: 16.50 EUR\n",
            "To: DE00 1234, Our Bank\n",
            "Reference: 2026-000123\n",
            "Until: 2026-11-20T10:00:00Z\n");
  }

  @Test
  void asksTheOwnerOfACardToConfirm() {
    MessageContent messageContent = payments.pending(pending(PaymentInstrument.CARD), NUMBER, ADA);
    assertThat(messageContent.subject()).contains("confirm");
    assertThat(messageContent.body()).contains("your bank asks you").doesNotContain("Our Bank");
  }

  @Test
  void saysWhereARefundGoes() {
    assertThat(payments.refunded(refunded(RefundTarget.BALANCE), NUMBER, ADA).body())
        .contains("16.50 EUR for your order 2026-000123 was added to your balance.");
    assertThat(payments.refunded(refunded(RefundTarget.ORIGINAL), NUMBER, ADA).body())
        .contains("is refunded to where it came from.");
  }

  private static OrderShipped shipped(String trackingNumber) {
    GoodsItem cup = new GoodsItem(ProductId.newId(), "CUP", "Cup", Quantity.of(2));
    return new OrderShipped(
        ID, NOW, ORDER, NUMBER, ADA.id(), ID, "Pigeon Post", trackingNumber, List.of(cup));
  }

  private static PaymentPending pending(PaymentInstrument means) {
    return new PaymentPending(ID, NOW, ID, ORDER, ADA.id(), SUM, NOW, means);
  }

  private static PaymentRefunded refunded(RefundTarget to) {
    return new PaymentRefunded(ID, NOW, ID, ORDER, ADA.id(), SUM, ID, to);
  }
}
