package org.orderly.payment;

import static org.orderly.ledger.AccountKind.DISPUTES;
import static org.orderly.ledger.AccountKind.GATEWAY;
import static org.orderly.ledger.AccountKind.LOSSES;
import static org.orderly.ledger.TransactionKind.DISPUTE_LOST;
import static org.orderly.ledger.TransactionKind.DISPUTE_OPENED;
import static org.orderly.ledger.TransactionKind.DISPUTE_WON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.orderly.kernel.Money;
import org.orderly.kernel.UuidV7;
import org.orderly.ledger.AccountRef;
import org.orderly.ledger.Ledger;
import org.orderly.ledger.Posting;
import org.orderly.payment.dispute.Dispute;
import org.orderly.payment.dispute.DisputeRepository;
import org.orderly.payment.dispute.DisputeStatus;
import org.orderly.payment.gateway.GatewayEvent;
import org.orderly.payment.gateway.GatewayEventHandler;
import org.orderly.payment.lifecycle.PaymentStatus;

/**
 * Follows what buyers' banks take back: the case, the payment and the money, in the transaction
 * that notes the notice. No status of an authorization tells of disputes, so the signed notice is
 * what counts; the daily comparison with the gateway finds what a notice should have told.
 */
@ApplicationScoped
class DisputeEventHandler implements GatewayEventHandler {

  private static final AccountRef AT_GATEWAY = AccountRef.ofShop(GATEWAY);
  private static final AccountRef IN_DISPUTE = AccountRef.ofShop(DISPUTES);

  private final LockedPayments lockedPayments;
  private final DisputeRepository disputeRepository;
  private final Ledger ledger;

  @Inject
  DisputeEventHandler(
      LockedPayments lockedPayments, DisputeRepository disputeRepository, Ledger ledger) {
    this.lockedPayments = lockedPayments;
    this.disputeRepository = disputeRepository;
    this.ledger = ledger;
  }

  @Override
  public void take(String gateway, GatewayEvent gatewayEvent) {
    switch (gatewayEvent.kind()) {
      case DISPUTE_OPENED -> opened(gateway, gatewayEvent);
      case DISPUTE_WON -> decided(gateway, gatewayEvent, DisputeStatus.WON);
      case DISPUTE_LOST -> decided(gateway, gatewayEvent, DisputeStatus.LOST);
      default -> {
        // about no dispute
      }
    }
  }

  /** The payment's lock is taken first: two notices of one case come one after the other. */
  private Optional<Dispute> opened(String gateway, GatewayEvent gatewayEvent) {
    Optional<Payment> disputed =
        lockedPayments.find(gateway, gatewayEvent).map(lockedPayments::lock);
    String caseId = gatewayEvent.disputeId();
    if (disputed.isEmpty() || caseId == null) {
      return Optional.empty();
    }
    if (disputed.get().captured().isZero()) {
      // the gateway tells again, and by then the shop knows of the capture
      throw new PaymentInProgress();
    }
    Optional<Dispute> known = disputeRepository.lock(gateway, caseId);
    return known.isPresent()
        ? known
        : Optional.of(open(gateway, caseId, gatewayEvent, disputed.get()));
  }

  private Dispute open(String gateway, String caseId, GatewayEvent gatewayEvent, Payment payment) {
    Instant now = lockedPayments.open().now();
    Dispute dispute =
        new Dispute(
            UuidV7.next(),
            payment.id(),
            payment.order().value(),
            gateway,
            caseId,
            amount(gatewayEvent, payment),
            DisputeStatus.OPEN,
            gatewayEvent.reason(),
            now,
            now.plus(DisputeRepository.TIME_FOR_EVIDENCE),
            null);
    disputeRepository.add(dispute);
    post(
        Posting.of(DISPUTE_OPENED, dispute.id(), IN_DISPUTE, AT_GATEWAY, dispute.amount()),
        dispute);
    if (payment.is(PaymentStatus.CAPTURED) || payment.is(PaymentStatus.PARTIALLY_REFUNDED)) {
      payment.dispute(gatewayEvent.reason(), now);
      write(payment);
    }
    return dispute;
  }

  /** A decision that comes before the event of its dispute opens it first. */
  private void decided(String gateway, GatewayEvent gatewayEvent, DisputeStatus decision) {
    Optional<Dispute> found = opened(gateway, gatewayEvent);
    if (found.isEmpty() || found.get().status() != DisputeStatus.OPEN) {
      return;
    }
    Dispute dispute = found.get();
    Instant now = lockedPayments.open().now();
    disputeRepository.decide(dispute, decision, now);
    boolean won = decision == DisputeStatus.WON;
    AccountRef source = won ? AT_GATEWAY : AccountRef.ofShop(LOSSES);
    post(
        Posting.of(
            won ? DISPUTE_WON : DISPUTE_LOST, dispute.id(), source, IN_DISPUTE, dispute.amount()),
        dispute);
    Payment payment = lockedPayments.lock(dispute.paymentId());
    if (payment.is(PaymentStatus.DISPUTED)) {
      if (won) {
        payment.winDispute(gatewayEvent.reason(), now);
      } else {
        payment.loseDispute(gatewayEvent.reason(), now);
      }
      write(payment);
    }
  }

  private void post(Posting posting, Dispute dispute) {
    ledger.post(posting.forPayment(dispute.paymentId()).because(dispute.reason()));
  }

  private void write(Payment payment) {
    PaymentBatch writes = lockedPayments.open();
    writes.update(payment);
    lockedPayments.close(writes);
  }

  /** Banks may take a part only. */
  private static Money amount(GatewayEvent gatewayEvent, Payment payment) {
    Money told = gatewayEvent.amount();
    return told != null
            && told.isPositive()
            && told.currency().equals(payment.captured().currency())
        ? told
        : payment.captured();
  }
}
