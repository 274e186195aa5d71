package org.orderly.payment.gateway.stripe;

import com.stripe.model.BalanceTransactionSource;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.Refund;
import com.stripe.model.StripeCollection;
import com.stripe.param.BalanceTransactionListParams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;
import org.orderly.payment.gateway.BalanceTransaction;
import org.orderly.payment.gateway.NoGatewayResponse;

/** What moved on the shop's balance at Stripe: its balance transactions. */
@ApplicationScoped
class StripeBalanceTransactions {

  private static final long PAGE = 100;
  private static final int MOST_PAGES = 1_000;

  private final StripeHttpClient client;

  @Inject
  StripeBalanceTransactions(StripeHttpClient client) {
    this.client = client;
  }

  List<BalanceTransaction> between(Instant from, Instant to) {
    List<BalanceTransaction> movements = new ArrayList<>();
    @Nullable String after = null;
    for (int page = 0; page < MOST_PAGES; page++) {
      StripeCollection<com.stripe.model.BalanceTransaction> booked = page(from, to, after);
      for (com.stripe.model.BalanceTransaction one : booked.getData()) {
        movements.add(movement(one));
        after = one.getId();
      }
      if (!booked.getHasMore() || booked.getData().isEmpty()) {
        // Stripe lists the newest first
        Collections.reverse(movements);
        return movements;
      }
    }
    throw new NoGatewayResponse("Stripe tells movements without an end");
  }

  private StripeCollection<com.stripe.model.BalanceTransaction> page(
      Instant from, Instant to, @Nullable String after) {
    BalanceTransactionListParams params =
        BalanceTransactionListParams.builder()
            .setCreated(
                BalanceTransactionListParams.Created.builder()
                    .setGte(seconds(from))
                    .setLt(seconds(to))
                    .build())
            .setLimit(PAGE)
            .setStartingAfter(after)
            .addExpand("data.source")
            .build();
    return client.ask(stripe -> stripe.balanceTransactions().list(params));
  }

  /** The first whole second that is not before: Stripe counts no parts of one. */
  private static long seconds(Instant at) {
    return at.getNano() == 0 ? at.getEpochSecond() : at.getEpochSecond() + 1;
  }

  private static BalanceTransaction movement(com.stripe.model.BalanceTransaction booked) {
    BalanceTransaction.Kind kind = kind(booked);
    BalanceTransactionSource source = booked.getSourceObject();
    boolean ofPayment = source instanceof Charge || source instanceof Refund;
    Money amount = StripeAmounts.money(Math.abs(booked.getAmount()), booked.getCurrency());
    return new BalanceTransaction(
        ofPayment ? booked.getSource() : booked.getId(),
        kind,
        key(source),
        payment(source),
        amount,
        StripeAmounts.money(booked.getFee(), booked.getCurrency()),
        Instant.ofEpochSecond(booked.getCreated()));
  }

  private static BalanceTransaction.Kind kind(com.stripe.model.BalanceTransaction booked) {
    boolean incoming = booked.getAmount() >= 0;
    return switch (booked.getType()) {
      case "charge", "payment" -> BalanceTransaction.Kind.CAPTURE;
      case "refund", "payment_refund" -> BalanceTransaction.Kind.REFUND;
      case "refund_failure", "payment_failure_refund" -> BalanceTransaction.Kind.REFUND_FAILED;
      case "adjustment" ->
          !String.valueOf(booked.getReportingCategory()).startsWith("dispute")
              ? other(incoming)
              : incoming ? BalanceTransaction.Kind.DISPUTE_WON : BalanceTransaction.Kind.DISPUTE;
      default -> other(incoming);
    };
  }

  private static BalanceTransaction.Kind other(boolean incoming) {
    return incoming ? BalanceTransaction.Kind.OTHER_IN : BalanceTransaction.Kind.OTHER_OUT;
  }

  private static @Nullable UUID key(BalanceTransactionSource source) {
    if (source instanceof Charge charge) {
      return StripeIntents.key(charge.getMetadata());
    }
    return source instanceof Refund refund ? StripeIntents.key(refund.getMetadata()) : null;
  }

  private static @Nullable String payment(BalanceTransactionSource source) {
    if (source instanceof Charge charge) {
      return charge.getPaymentIntent();
    }
    if (source instanceof Refund refund) {
      return refund.getPaymentIntent();
    }
    return source instanceof Dispute dispute ? dispute.getPaymentIntent() : null;
  }
}
