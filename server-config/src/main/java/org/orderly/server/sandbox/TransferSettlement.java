package org.orderly.server.sandbox;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.orderly.server.sandbox.fault.Fault;
import org.orderly.server.sandbox.http.InvalidRequest;

/** Ends refunds and payouts that the sandbox accepted without doing them at once. */
final class TransferSettlement {
  private static final long SETTLING_MILLIS = 1_000;

  private final GatewayState gatewayState;
  private final EventWriter eventWriter;
  private final StateChanges stateChanges;
  private final ScheduledExecutorService later;

  /** Also goes on with what an earlier process has left pending. */
  TransferSettlement(
      GatewayState gatewayState,
      EventWriter eventWriter,
      StateChanges stateChanges,
      ScheduledExecutorService later) {
    this.gatewayState = gatewayState;
    this.eventWriter = eventWriter;
    this.stateChanges = stateChanges;
    this.later = later;
    gatewayState.all(SandboxTransfer.class).stream()
        .filter(sandboxTransfer -> sandboxTransfer.state() == SandboxTransfer.State.PENDING)
        .forEach(sandboxTransfer -> soon(sandboxTransfer, sandboxTransfer.reason() == null));
  }

  /** A pending one remembers how it will end: a process that was killed settles it later. */
  static String ending(Fault fault) {
    return fault == Fault.FAILS ? "will-be-returned" : null;
  }

  void soon(SandboxTransfer sandboxTransfer, boolean well) {
    later.schedule(
        () -> settle(sandboxTransfer.id(), well), SETTLING_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Ends what is pending; what is not stays as it is. */
  SandboxTransfer settle(String id, boolean well) {
    synchronized (gatewayState) {
      SandboxTransfer sandboxTransfer =
          gatewayState.move(id).orElseThrow(() -> new InvalidRequest(404, "no such movement"));
      if (sandboxTransfer.state() != SandboxTransfer.State.PENDING) {
        return sandboxTransfer;
      }
      SandboxTransfer settled = sandboxTransfer.settled(well, System.currentTimeMillis());
      if (sandboxTransfer.kind() == SandboxTransfer.Kind.PAYOUT) {
        stateChanges.make(eventWriter.ofPayout(settled), settled);
        return settled;
      }
      SandboxPayment sandboxPayment =
          gatewayState
              .payment(sandboxTransfer.payment())
              .orElseThrow(() -> new InvalidRequest(404, "no such payment"));
      SandboxPayment now =
          well ? sandboxPayment : sandboxPayment.refundedBy(-sandboxTransfer.amount());
      String type = well ? "REFUNDED" : "REFUND_FAILED";
      stateChanges.make(
          eventWriter.of(type, now, sandboxTransfer.amount(), null, sandboxTransfer.key()),
          now,
          settled);
      return settled;
    }
  }
}
