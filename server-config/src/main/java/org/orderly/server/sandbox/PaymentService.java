package org.orderly.server.sandbox;

import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The payment service of the sandbox: each call once by its key, and the same answer again when it
 * is repeated.
 */
final class PaymentService {
  private static final long SETTLING_MILLIS = 1_000;

  private final GatewayState gatewayState;
  private final EventWriter eventWriter;
  private final StateChanges stateChanges;
  private final SandboxDisputes sandboxDisputes;
  private final ScheduledExecutorService later;

  PaymentService(
      GatewayState gatewayState,
      EventWriter eventWriter,
      StateChanges stateChanges,
      SandboxDisputes sandboxDisputes,
      ScheduledExecutorService later) {
    this.gatewayState = gatewayState;
    this.eventWriter = eventWriter;
    this.stateChanges = stateChanges;
    this.sandboxDisputes = sandboxDisputes;
    this.later = later;
    gatewayState.all(SandboxTransfer.class).stream()
        .filter(sandboxTransfer -> sandboxTransfer.state() == SandboxTransfer.State.PENDING)
        .forEach(sandboxTransfer -> settleSoon(sandboxTransfer, sandboxTransfer.reason() == null));
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
      return giveBack(key, sandboxPayment, amount, fault);
    }
  }

  private SandboxTransfer giveBack(
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
              ending(fault));
      stateChanges.make(List.of(), refunded, sandboxTransfer);
      settleSoon(sandboxTransfer, fault == Fault.PENDING);
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
      String why = waits ? ending(fault) : fault.refuses() ? "payout-refused" : null;
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
        settleSoon(sandboxTransfer, fault == Fault.PENDING);
      }
      return sandboxTransfer;
    }
  }

  /** A pending one remembers how it will end: a process that was killed settles it later. */
  private static String ending(Fault fault) {
    return fault == Fault.FAILS ? "will-be-returned" : null;
  }

  private void settleSoon(SandboxTransfer sandboxTransfer, boolean well) {
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
      SandboxPayment sandboxPayment = payment(sandboxTransfer.payment());
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
