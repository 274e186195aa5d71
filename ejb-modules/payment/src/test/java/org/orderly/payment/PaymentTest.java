package org.orderly.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderly.payment.PaymentFixtures.NOW;
import static org.orderly.payment.PaymentFixtures.TEN;

import org.junit.jupiter.api.Test;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.Money;
import org.orderly.payment.lifecycle.PaymentDisputed;
import org.orderly.payment.lifecycle.PaymentRefunded;
import org.orderly.payment.lifecycle.PaymentStatus;
import org.orderly.payment.lifecycle.PaymentStep;

class PaymentTest {

  private static final Money FOUR = Money.of("4.00", "EUR");
  private static final Money SIX = Money.of("6.00", "EUR");

  @Test
  void keepsWhatIsReservedForARefundFromTheNextOne() {
    Payment payment = PaymentFixtures.as(PaymentStatus.CAPTURED);
    payment.reserveRefund(FOUR);
    assertThat(payment.refundable()).isEqualTo(SIX);
    assertThatThrownBy(() -> payment.reserveRefund(TEN)).isInstanceOf(RefundAboveCaptured.class);
    assertThat(payment.is(PaymentStatus.CAPTURED)).isTrue();
  }

  @Test
  void givesReservedMoneyFreeWhenTheGatewayRefuses() {
    Payment payment = PaymentFixtures.as(PaymentStatus.CAPTURED);
    Refund refund = PaymentFixtures.refundOf(payment, FOUR);
    payment.reserveRefund(FOUR);
    payment.keepReserved(refund);
    assertThat(payment.refundable()).isEqualTo(TEN);
    assertThat(payment.pullEvents()).isEmpty();
  }

  @Test
  void isRefundedOnlyWhenAllOfItIs() {
    Payment payment = PaymentFixtures.as(PaymentStatus.CAPTURED);
    PaymentFixtures.refund(payment, FOUR);
    assertThat(payment.is(PaymentStatus.PARTIALLY_REFUNDED)).isTrue();
    PaymentFixtures.refund(payment, SIX);
    assertThat(payment.is(PaymentStatus.REFUNDED)).isTrue();
    assertThat(payment.refundable().isZero()).isTrue();
  }

  @Test
  void tellsOfARefundThatCompletesDuringADisputeWithoutEndingIt() {
    Payment payment = PaymentFixtures.as(PaymentStatus.CAPTURED);
    Refund refund = PaymentFixtures.refundOf(payment, FOUR);
    payment.reserveRefund(FOUR);
    payment.dispute("fraudulent", NOW);
    payment.completeRefund(refund, NOW);
    assertThat(payment.is(PaymentStatus.DISPUTED)).isTrue();
    assertThat(payment.pullEvents())
        .extracting(PaymentStep::event)
        .extracting(DomainEvent::getClass)
        .asList()
        .containsExactly(PaymentDisputed.class, PaymentRefunded.class);
    payment.winDispute(null, NOW);
    assertThat(payment.is(PaymentStatus.PARTIALLY_REFUNDED)).isTrue();
  }

  @Test
  void givesNothingBackWhileItIsDisputed() {
    Payment payment = PaymentFixtures.as(PaymentStatus.DISPUTED);
    assertThat(payment.refundable().isZero()).isTrue();
  }

  @Test
  void countsItsSteps() {
    Payment payment = PaymentFixtures.as(PaymentStatus.PENDING);
    payment.authorize(NOW);
    payment.capture(NOW);
    assertThat(payment.pullEvents()).extracting(PaymentStep::number).containsExactly(1, 2);
    assertThat(payment.pullEvents()).isEmpty();
  }

  @Test
  void isSecuredByAPromiseAndNotByAWait() {
    assertThat(PaymentFixtures.as(PaymentStatus.AUTHORIZED).isSecured()).isTrue();
    assertThat(PaymentFixtures.as(PaymentStatus.CAPTURED).isSecured()).isTrue();
    assertThat(PaymentFixtures.as(PaymentStatus.PENDING).isSecured()).isFalse();
    assertThat(PaymentFixtures.as(PaymentStatus.FAILED).isSecured()).isFalse();
  }
}
