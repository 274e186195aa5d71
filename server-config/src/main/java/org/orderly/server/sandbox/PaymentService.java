package org.orderly.server.sandbox;

import java.util.List;
import org.orderly.server.sandbox.fault.Fault;
import org.orderly.server.sandbox.fault.TokenDirective;
import org.orderly.server.sandbox.http.InvalidRequest;

/**
 * The payment service of the sandbox: each call once by its key, and the same answer again when it
 * is repeated.
 */
final class PaymentService {
  private final GatewayState gatewayState;
  private final EventWriter eventWriter;
  private final StateChanges stateChanges;
  private final SandboxDisputes sandboxDisputes;
  private final TransferSettlement settlement;

  PaymentService(
      GatewayState gatewayState,
      EventWriter eventWriter,
      StateChanges stateChanges,
      SandboxDisputes sandboxDisputes,
      TransferSettlement settlement) {
    this.gatewayState = gatewayState;
    this.eventWriter = eventWriter;
    this.stateChanges = stateChanges;
    this.sandboxDisputes = sandboxDisputes;
    this.settlement = settlement;
  }

  SandboxPayment authorize(SandboxOrder sandboxOrder, Fault fault) {
    synchronized (gatewayState) {
      SandboxPayment known = gatewayState.paymentByKey(sandboxOrder.key()).orElse(null);
      if (known != null) {
        sandboxOrder.requireSame(known);
        return known;
      }
      requireRoom();
      SandboxPayment asked = sandboxOrder.asked(fault == Fault.STEP);
      if (fault.refuses() || TokenDirective.read(sandboxOrder.token()).isEmpty()) {
        return decline(asked, fault.refuses() ? fault.code() : "unknown-token");
      }
      if (fault == Fault.STEP) {
        gatewayState.change(asked);
        return asked;
      }
      return reserve(asked);
    }
  }

  /** What the buyer chose on the gateway's page; later choices change nothing. */
  SandboxPayment step(String id, boolean agreed) {
    synchronized (gatewayState) {
      SandboxPayment sandboxPayment = payment(id);
      if (sandboxPayment.state() != SandboxPayment.State.ACTION_REQUIRED) {
        return sandboxPayment;
      }
      return agreed ? reserve(sandboxPayment) : decline(sandboxPayment, "step-refused");
    }
  }

  private SandboxPayment decline(SandboxPayment asked, String code) {
    SandboxPayment declined = asked.declined(code);
    stateChanges.make(eventWriter.of("DECLINED", declined, declined.asked(), null, null), declined);
    return declined;
  }

  private SandboxPayment reserve(SandboxPayment asked) {
    SandboxPayment reserved = asked.reserved();
    if (asked.captureNow()) {
      take(reserved, asked.key(), asked.asked());
    } else {
      stateChanges.make(
          eventWriter.of("AUTHORIZED", reserved, reserved.authorized(), null, null), reserved);
    }
    return payment(asked.id());
  }

  SandboxTransfer capture(String key, String id, long amount, Fault fault) {
    synchronized (gatewayState) {
      SandboxTransfer known = known(SandboxTransfer.Kind.CAPTURE, key, amount);
      if (known != null) {
        return known;
      }
      SandboxPayment sandboxPayment = payment(id);
      if (sandboxPayment.state() != SandboxPayment.State.AUTHORIZED) {
        return unkept(SandboxTransfer.Kind.CAPTURE, key, sandboxPayment, amount, "not-authorized");
      }
      if (amount > sandboxPayment.authorized()) {
        return unkept(
            SandboxTransfer.Kind.CAPTURE, key, sandboxPayment, amount, "above-authorized");
      }
      if (fault.refuses()) {
        return refuse(SandboxTransfer.Kind.CAPTURE, key, sandboxPayment, amount, "capture-refused");
      }
      return take(sandboxPayment, key, amount);
    }
  }

  private SandboxTransfer take(SandboxPayment sandboxPayment, String key, long amount) {
    long fee = Fees.of(amount);
    SandboxPayment taken = sandboxPayment.captured(amount, fee);
    SandboxTransfer sandboxTransfer =
        SandboxTransfer.of(
            SandboxTransfer.Kind.CAPTURE,
            key,
            taken,
            amount,
            fee,
            SandboxTransfer.State.COMPLETED,
            null);
    stateChanges.make(
        eventWriter.of("CAPTURED", taken, amount, null, null), taken, sandboxTransfer);
    if (sandboxPayment.token().equals(TokenDirective.DISPUTED)) {
      sandboxDisputes.open(sandboxPayment.id(), amount);
    }
    return sandboxTransfer;
  }

  SandboxTransfer cancel(String key, String id) {
    synchronized (gatewayState) {
      SandboxPayment sandboxPayment = payment(id);
      if (sandboxPayment.state() == SandboxPayment.State.CAPTURED) {
        return unkept(
            SandboxTransfer.Kind.CANCEL,
            key,
            sandboxPayment,
            sandboxPayment.captured(),
            "captured");
      }
      SandboxTransfer done =
          SandboxTransfer.of(
              SandboxTransfer.Kind.CANCEL,
              key,
              sandboxPayment,
              0,
              0,
              SandboxTransfer.State.COMPLETED,
              null);
      boolean open =
          sandboxPayment.state() == SandboxPayment.State.AUTHORIZED
              || sandboxPayment.state() == SandboxPayment.State.ACTION_REQUIRED;
      if (!open) {
        return done.since(sandboxPayment.at());
      }
      SandboxPayment voided = sandboxPayment.voided();
      stateChanges.make(eventWriter.of("VOIDED", voided, voided.authorized(), null, null), voided);
      return done;
    }
  }

  SandboxTransfer refund(String key, String id, long amount, Fault fault) {
    synchronized (gatewayState) {
      SandboxTransfer known = known(SandboxTransfer.Kind.REFUND, key, amount);
      if (known != null) {
        return known;
      }
      SandboxPayment sandboxPayment = payment(id);
      if (amount > sandboxPayment.captured() - sandboxPayment.refunded()) {
        return unkept(SandboxTransfer.Kind.REFUND, key, sandboxPayment, amount, "above-captured");
      }
      boolean disputed =
          gatewayState
              .disputeOf(id)
              .filter(one -> one.state() != SandboxDispute.State.WON)
              .isPresent();
      if (disputed || fault.refuses()) {
        String why = disputed ? "disputed" : "refund-refused";
        return refuse(SandboxTransfer.Kind.REFUND, key, sandboxPayment, amount, why);
      }
      return completeRefund(key, sandboxPayment, amount, fault);
    }
  }

  private SandboxTransfer completeRefund(
      String key, SandboxPayment sandboxPayment, long amount, Fault fault) {
    SandboxPayment refunded = sandboxPayment.refundedBy(amount);
    if (fault == Fault.PENDING || fault == Fault.FAILS) {
      SandboxTransfer sandboxTransfer =
          SandboxTransfer.of(
              SandboxTransfer.Kind.REFUND,
              key,
              refunded,
              amount,
              0,
              SandboxTransfer.State.PENDING,
              TransferSettlement.ending(fault));
      stateChanges.make(List.of(), refunded, sandboxTransfer);
      settlement.soon(sandboxTransfer, fault == Fault.PENDING);
      return sandboxTransfer;
    }
    SandboxTransfer sandboxTransfer =
        SandboxTransfer.of(
            SandboxTransfer.Kind.REFUND,
            key,
            refunded,
            amount,
            0,
            SandboxTransfer.State.COMPLETED,
            null);
    stateChanges.make(
        eventWriter.of("REFUNDED", refunded, amount, null, key), refunded, sandboxTransfer);
    return sandboxTransfer;
  }

  SandboxTransfer payOut(String key, String to, String currency, long amount, Fault fault) {
    synchronized (gatewayState) {
      SandboxTransfer known = known(SandboxTransfer.Kind.PAYOUT, key, amount);
      if (known != null) {
        return known;
      }
      requireRoom();
      boolean waits = fault == Fault.PENDING || fault == Fault.FAILS;
      SandboxTransfer.State state =
          waits
              ? SandboxTransfer.State.PENDING
              : fault.refuses() ? SandboxTransfer.State.REFUSED : SandboxTransfer.State.COMPLETED;
      String why =
          waits ? TransferSettlement.ending(fault) : fault.refuses() ? "payout-refused" : null;
      SandboxTransfer sandboxTransfer =
          new SandboxTransfer(
              Ids.next("out"),
              SandboxTransfer.Kind.PAYOUT,
              key,
              null,
              to,
              currency,
              amount,
              0,
              state,
              why,
              System.currentTimeMillis());
      stateChanges.make(
          waits || fault.refuses() ? List.of() : eventWriter.ofPayout(sandboxTransfer),
          sandboxTransfer);
      if (waits) {
        settlement.soon(sandboxTransfer, fault == Fault.PENDING);
      }
      return sandboxTransfer;
    }
  }

  private SandboxTransfer known(SandboxTransfer.Kind kind, String key, long amount) {
    SandboxTransfer known = gatewayState.move(kind, key).orElse(null);
    if (known != null && known.amount() != amount) {
      throw new InvalidRequest(409, "this key was used for another amount");
    }
    return known;
  }

  private SandboxPayment payment(String id) {
    return gatewayState.payment(id).orElseThrow(() -> new InvalidRequest(404, "no such payment"));
  }

  private void requireRoom() {
    if (gatewayState.full()) {
      throw new InvalidRequest(503, "the sandbox is full");
    }
  }

  private SandboxTransfer refuse(
      SandboxTransfer.Kind kind,
      String key,
      SandboxPayment sandboxPayment,
      long amount,
      String why) {
    SandboxTransfer refused =
        SandboxTransfer.of(
            kind, key, sandboxPayment, amount, 0, SandboxTransfer.State.REFUSED, why);
    gatewayState.change(refused);
    return refused;
  }

  /** A refusal that is not kept: asked again later, the answer may be another. */
  private static SandboxTransfer unkept(
      SandboxTransfer.Kind kind,
      String key,
      SandboxPayment sandboxPayment,
      long amount,
      String why) {
    return SandboxTransfer.of(
        kind, key, sandboxPayment, amount, 0, SandboxTransfer.State.REFUSED, why);
  }
}
