package org.orderly.payment;

import static org.orderly.payment.ledger.AccountKind.DISPUTES;
import static org.orderly.payment.ledger.AccountKind.GATEWAY;
import static org.orderly.payment.ledger.AccountKind.LOSSES;
import static org.orderly.payment.ledger.TransactionKind.DISPUTE_LOST;
import static org.orderly.payment.ledger.TransactionKind.DISPUTE_OPENED;
import static org.orderly.payment.ledger.TransactionKind.DISPUTE_WON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.orderly.kernel.Money;
import org.orderly.kernel.RoundTrip;
import org.orderly.kernel.UuidV7;
import org.orderly.payment.dispute.Dispute;
import org.orderly.payment.dispute.DisputeStatus;
import org.orderly.payment.dispute.Disputes;
import org.orderly.payment.gateway.GatewayNotices;
import org.orderly.payment.gateway.Notice;
import org.orderly.payment.ledger.Ledger;
import org.orderly.payment.ledger.Move;
import org.orderly.payment.ledger.Place;
import org.orderly.payment.lifecycle.PaymentStatus;

/**
 * Follows what buyers' banks take back: the case, the payment and the money, in the transaction
 * that notes the notice. No status of an authorization tells of disputes, so the signed notice is
 * what counts; the daily comparison with the gateway finds what a notice should have told.
 */
@ApplicationScoped
class DisputeNotices implements GatewayNotices {

  private static final String OF_NOTICE =
      "select id from payment where id = ? or (gateway = ? and reference = ?) limit 1";

  private static final Place AT_GATEWAY = Place.ofShop(GATEWAY);
  private static final Place IN_DISPUTE = Place.ofShop(DISPUTES);

  private final PaymentDesk desk;
  private final Disputes disputes;
  private final Ledger ledger;

  @Inject
  DisputeNotices(PaymentDesk desk, Disputes disputes, Ledger ledger) {
    this.desk = desk;
    this.disputes = disputes;
    this.ledger = ledger;
  }

  @Override
  public void take(String gateway, Notice notice) {
    switch (notice.kind()) {
      case DISPUTE_OPENED -> opened(gateway, notice);
      case DISPUTE_WON -> decided(gateway, notice, DisputeStatus.WON);
      case DISPUTE_LOST -> decided(gateway, notice, DisputeStatus.LOST);
      default -> {
        // about no dispute
      }
    }
  }

  /** The payment's lock is taken first: two notices of one case come one after the other. */
  private Optional<Dispute> opened(String gateway, Notice notice) {
    Optional<Payment> disputed = payment(gateway, notice);
    if (disputed.isEmpty() || notice.disputeId() == null) {
      return Optional.empty();
    }
    if (disputed.get().captured().isZero()) {
      // the gateway tells again, and by then the shop knows of the capture
      throw new PaymentInProgress();
    }
    Optional<Dispute> known = disputes.lock(gateway, notice.disputeId());
    return known.isPresent() ? known : Optional.of(open(gateway, notice, disputed.get()));
  }

  private Dispute open(String gateway, Notice notice, Payment payment) {
    Instant now = desk.open().now();
    Dispute dispute =
        new Dispute(
            UuidV7.next(),
            payment.id(),
            payment.order().value(),
            gateway,
            notice.disputeId(),
            amount(notice, payment),
            DisputeStatus.OPEN,
            notice.reason(),
            now,
            now.plus(Disputes.TIME_FOR_EVIDENCE),
            null);
    disputes.add(dispute);
    post(Move.of(DISPUTE_OPENED, dispute.id(), IN_DISPUTE, AT_GATEWAY, dispute.amount()), dispute);
    if (payment.is(PaymentStatus.CAPTURED) || payment.is(PaymentStatus.PARTIALLY_REFUNDED)) {
      payment.dispute(notice.reason(), now);
      write(payment);
    }
    return dispute;
  }

  /** A decision that comes before the news of its dispute opens it first. */
  private void decided(String gateway, Notice notice, DisputeStatus decision) {
    Optional<Dispute> found = opened(gateway, notice);
    if (found.isEmpty() || found.get().status() != DisputeStatus.OPEN) {
      return;
    }
    Dispute dispute = found.get();
    Instant now = desk.open().now();
    disputes.decide(dispute, decision, now);
    boolean won = decision == DisputeStatus.WON;
    Place source = won ? AT_GATEWAY : Place.ofShop(LOSSES);
    post(
        Move.of(
            won ? DISPUTE_WON : DISPUTE_LOST, dispute.id(), source, IN_DISPUTE, dispute.amount()),
        dispute);
    Payment payment = desk.lock(dispute.paymentId());
    if (payment.is(PaymentStatus.DISPUTED)) {
      if (won) {
        payment.winDispute(notice.reason(), now);
      } else {
        payment.loseDispute(notice.reason(), now);
      }
      write(payment);
    }
  }

  private void post(Move move, Dispute dispute) {
    ledger.post(move.forPayment(dispute.paymentId()).because(dispute.reason()));
  }

  private void write(Payment payment) {
    PaymentWrites writes = desk.open();
    writes.update(payment);
    desk.close(writes);
  }

  private Optional<Payment> payment(String gateway, Notice notice) {
    List<UUID> found = new ArrayList<>(1);
    desk.run(
        new RoundTrip()
            .query(
                row -> {
                  if (row.next()) {
                    found.add(row.getObject(1, UUID.class));
                  }
                },
                OF_NOTICE,
                notice.authorizationKey(),
                gateway,
                notice.reference()));
    return found.stream().findFirst().map(desk::lock);
  }

  /** Banks may take a part only. */
  private static Money amount(Notice notice, Payment payment) {
    Money told = notice.amount();
    boolean sane =
        told != null && told.isPositive() && told.currency().equals(payment.captured().currency());
    return sane ? told : payment.captured();
  }
}
