package org.orderly.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderly.payment.lifecycle.PaymentStatus.AUTHORIZED;
import static org.orderly.payment.lifecycle.PaymentStatus.CAPTURED;
import static org.orderly.payment.lifecycle.PaymentStatus.CHARGED_BACK;
import static org.orderly.payment.lifecycle.PaymentStatus.DISPUTED;
import static org.orderly.payment.lifecycle.PaymentStatus.FAILED;
import static org.orderly.payment.lifecycle.PaymentStatus.PARTIALLY_REFUNDED;
import static org.orderly.payment.lifecycle.PaymentStatus.PENDING;
import static org.orderly.payment.lifecycle.PaymentStatus.REFUNDED;
import static org.orderly.payment.lifecycle.PaymentStatus.VOIDED;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.orderly.kernel.Money;
import org.orderly.payment.lifecycle.IllegalPaymentTransition;
import org.orderly.payment.lifecycle.PaymentStatus;

/** Every status against every other: where a payment may go, and that it goes nowhere else. */
class PaymentStatusTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private static Set<PaymentStatus> allowed(PaymentStatus from) {
    return switch (from) {
      case PENDING -> EnumSet.of(AUTHORIZED, CAPTURED, FAILED, VOIDED);
      case AUTHORIZED -> EnumSet.of(CAPTURED, FAILED, VOIDED);
      case CAPTURED, PARTIALLY_REFUNDED -> EnumSet.of(PARTIALLY_REFUNDED, REFUNDED, DISPUTED);
      case DISPUTED -> EnumSet.of(CAPTURED, PARTIALLY_REFUNDED, CHARGED_BACK);
      case REFUNDED, CHARGED_BACK, FAILED, VOIDED -> EnumSet.noneOf(PaymentStatus.class);
    };
  }

  static Stream<Arguments> everyPair() {
    return Stream.of(PaymentStatus.values())
        .flatMap(
            from -> Stream.of(PaymentStatus.values()).map(to -> Arguments.arguments(from, to)));
  }

  @ParameterizedTest(name = "{0} to {1}")
  @MethodSource("everyPair")
  void leadsOnlyWhereTheTableSays(PaymentStatus from, PaymentStatus to) {
    assertThat(from.successors().contains(to)).isEqualTo(allowed(from).contains(to));
  }

  /** What moves a payment to a status, as far as an intention for it exists. */
  private static Runnable intention(Payment payment, PaymentStatus to) {
    return switch (to) {
      case PENDING -> () -> payment.await(NOW, NOW);
      case AUTHORIZED -> () -> payment.authorize(NOW);
      case CAPTURED -> () -> payment.capture(NOW);
      case FAILED -> () -> payment.fail("refused", NOW);
      case VOIDED -> () -> payment.giveUp("cancelled", NOW);
      case PARTIALLY_REFUNDED -> () -> PaymentFixtures.refund(payment, Money.of("4.00", "EUR"));
      case REFUNDED -> () -> PaymentFixtures.refund(payment, Money.of("10.00", "EUR"));
      case DISPUTED -> () -> payment.dispute("fraudulent", NOW);
      case CHARGED_BACK -> () -> payment.loseDispute("fraudulent", NOW);
    };
  }

  @ParameterizedTest(name = "{0} to {1}")
  @MethodSource("everyPair")
  void aPaymentGoesThereOrStaysWhatItIs(PaymentStatus from, PaymentStatus to) {
    Payment payment = PaymentFixtures.as(from);
    if (from == DISPUTED && (to == PARTIALLY_REFUNDED || to == CAPTURED)) {
      return; // only the end of the dispute leads there; see PaymentTest
    }
    if (allowed(from).contains(to)) {
      intention(payment, to).run();
      assertThat(payment.is(to)).isTrue();
      assertThat(payment.pullEvents()).hasSize(1);
    } else {
      assertThatThrownBy(intention(payment, to)::run)
          .isInstanceOfAny(IllegalPaymentTransition.class, RefundAboveCaptured.class);
      assertThat(payment.is(from)).isTrue();
      assertThat(payment.pullEvents()).isEmpty();
    }
  }
}
