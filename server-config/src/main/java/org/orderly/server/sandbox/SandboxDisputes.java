package org.orderly.server.sandbox;

import java.util.List;
import org.orderly.server.sandbox.http.InvalidRequest;

/** Buyers' banks that take payments back, and what comes of it. */
final class SandboxDisputes {
  private static final String REASON = "fraudulent";

  private final GatewayState gatewayState;
  private final EventWriter eventWriter;
  private final StateChanges stateChanges;

  SandboxDisputes(GatewayState gatewayState, EventWriter eventWriter, StateChanges stateChanges) {
    this.gatewayState = gatewayState;
    this.eventWriter = eventWriter;
    this.stateChanges = stateChanges;
  }

  /** The money leaves the shop at once. */
  SandboxDispute open(String paymentId, long amount) {
    synchronized (gatewayState) {
      SandboxPayment sandboxPayment = payment(paymentId);
      boolean open =
          gatewayState
              .disputeOf(paymentId)
              .filter(one -> one.state() == SandboxDispute.State.OPEN)
              .isPresent();
      if (open || amount > sandboxPayment.captured() - sandboxPayment.refunded()) {
        throw new InvalidRequest(422, open ? "disputed already" : "more than was captured");
      }
      SandboxDispute sandboxDispute =
          new SandboxDispute(
              Ids.next("dsp"),
              paymentId,
              sandboxPayment.currency(),
              amount,
              REASON,
              SandboxDispute.State.OPEN,
              System.currentTimeMillis());
      stateChanges.make(
          eventWriter.of("DISPUTE_OPENED", sandboxPayment, amount, sandboxDispute.id(), null),
          sandboxDispute,
          SandboxTransfer.of(
              SandboxTransfer.Kind.DISPUTE,
              null,
              sandboxPayment,
              amount,
              0,
              SandboxTransfer.State.COMPLETED,
              REASON));
      return sandboxDispute;
    }
  }

  /** The money comes back if the shop wins, and stays away if it loses. */
  SandboxDispute close(String id, boolean won) {
    synchronized (gatewayState) {
      SandboxDispute sandboxDispute =
          gatewayState.dispute(id).orElseThrow(() -> new InvalidRequest(404, "no such dispute"));
      if (sandboxDispute.state() != SandboxDispute.State.OPEN) {
        return sandboxDispute;
      }
      SandboxDispute closed = sandboxDispute.closed(won);
      SandboxPayment sandboxPayment = payment(sandboxDispute.payment());
      long amount = sandboxDispute.amount();
      List<SandboxEvent> told =
          eventWriter.of(won ? "DISPUTE_WON" : "DISPUTE_LOST", sandboxPayment, amount, id, null);
      if (won) {
        SandboxTransfer.State done = SandboxTransfer.State.COMPLETED;
        stateChanges.make(
            told,
            closed,
            SandboxTransfer.of(
                SandboxTransfer.Kind.DISPUTE_WON, null, sandboxPayment, amount, 0, done, null));
      } else {
        stateChanges.make(told, closed);
      }
      return closed;
    }
  }

  private SandboxPayment payment(String id) {
    return gatewayState.payment(id).orElseThrow(() -> new InvalidRequest(404, "no such payment"));
  }
}
