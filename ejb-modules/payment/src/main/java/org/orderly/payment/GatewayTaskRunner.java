package org.orderly.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.DomainException;
import org.orderly.payment.gateway.AuthorizationStatus;
import org.orderly.payment.gateway.GatewayNotConfigured;
import org.orderly.payment.gateway.GatewayResult;
import org.orderly.payment.gateway.Gateways;
import org.orderly.payment.gateway.PaymentGateway;
import org.orderly.payment.lifecycle.PaymentStatus;
import org.orderly.payment.task.PaymentTask;
import org.orderly.payment.task.PaymentTaskRepository;
import org.orderly.platform.resilience.Backoff;

/**
 * Runs gateway tasks, one at a time and never inside a transaction.
 *
 * <p>The claim is stored before the gateway is called, and the result after it. A worker that dies
 * in between leaves a task that is sent again under the same key once its lease is over. A worker
 * that lives while the database is down releases the task as soon as the database is back.
 */
@ApplicationScoped
class GatewayTaskRunner {

  private static final Logger LOG = Logger.getLogger(GatewayTaskRunner.class.getName());

  /** Half of the pause is drawn at random: tasks that failed together are not retried together. */
  private static final Backoff BACKOFF =
      Backoff.doubling(Duration.ofMillis(500), Duration.ofSeconds(30))
          .withJitter(new Backoff.Jitter(50, 100));

  /** Only a restart with another configuration helps; an admin's retry does not wait for it. */
  private static final Duration NOT_CONFIGURED_PAUSE = Duration.ofMinutes(5);

  private final PaymentTaskRepository tasks;
  private final TaskResults results;
  private final LockedPayments lockedPayments;
  private final Gateways gateways;

  /** Tasks that could not even be put off, since the database was away. */
  private final Queue<PaymentTask> held = new ConcurrentLinkedQueue<>();

  @Inject
  GatewayTaskRunner(
      PaymentTaskRepository tasks,
      TaskResults results,
      LockedPayments lockedPayments,
      Gateways gateways) {
    this.tasks = tasks;
    this.results = results;
    this.lockedPayments = lockedPayments;
    this.gateways = gateways;
  }

  /** Runs the next task that is due, if there is one. */
  boolean doNext() {
    releaseHeld();
    return attempt(tasks.claim());
  }

  private void releaseHeld() {
    for (PaymentTask task = held.poll(); task != null; task = held.poll()) {
      putOff(task, "database-unavailable");
    }
  }

  /** Runs the task of a refund at once, unless a worker has claimed it. */
  void tryRefund(UUID refund) {
    attempt(tasks.claimRefund(refund));
  }

  private boolean attempt(Optional<PaymentTask> claimed) {
    claimed.ifPresent(this::attempt);
    return claimed.isPresent();
  }

  private void attempt(PaymentTask task) {
    try {
      carryOut(task);
    } catch (GatewayNotConfigured e) {
      putOff(task, NOT_CONFIGURED_PAUSE, e.code());
    } catch (DomainException e) {
      putOff(task, e.code());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> task.kind() + " of payment " + task.paymentId() + " waits");
      putOff(task, e.getClass().getSimpleName());
    }
  }

  private void putOff(PaymentTask task, String why) {
    putOff(task, pause(task.attempts()), why);
  }

  private void putOff(PaymentTask task, Duration delay, String why) {
    try {
      tasks.later(task, delay, why);
    } catch (RuntimeException e) {
      held.add(task);
      throw e;
    }
  }

  private void carryOut(PaymentTask task) {
    Payment payment = lockedPayments.read(task.paymentId()).orElseThrow(PaymentNotFound::new);
    PaymentGateway gateway = gateways.named(payment.atGateway().name());
    switch (task.kind()) {
      case CAPTURE -> capture(task, payment, gateway);
      case RELEASE -> release(task, payment, gateway);
      case REFUND -> refund(task, payment, gateway);
      case CHECK -> check(task, payment, gateway);
    }
  }

  private void capture(PaymentTask task, Payment payment, PaymentGateway gateway) {
    if (!payment.is(PaymentStatus.AUTHORIZED)) {
      results.done(task);
      return;
    }
    GatewayResult gatewayResult =
        gateway.capture(task.id(), payment.atGateway().reference(), payment.amount());
    switch (gatewayResult.result()) {
      case COMPLETED -> results.captured(task, payment.amount(), gatewayResult.fee());
      case PENDING -> later(task, "pending");
      case REFUSED -> refusedCapture(task, payment, gateway, gatewayResult.reason());
    }
  }

  /** It may be refused because it was captured before; if not, the authorization is voided. */
  private void refusedCapture(
      PaymentTask task, Payment payment, PaymentGateway gateway, @Nullable String reason) {
    AuthorizationStatus authorizationStatus =
        gateway.status(payment.id(), payment.atGateway().reference());
    switch (authorizationStatus.state()) {
      case CAPTURED ->
          results.captured(task, authorizationStatus.captured(), authorizationStatus.fee());
      case AUTHORIZED -> {
        gateway.cancel(derived(task), payment.atGateway().reference());
        results.failed(task, reason);
      }
      case PENDING, ACTION_REQUIRED -> later(task, "pending");
      case UNKNOWN, VOIDED, DECLINED -> results.failed(task, reason);
    }
  }

  private void release(PaymentTask task, Payment payment, PaymentGateway gateway) {
    if (payment.refundable().isPositive()) {
      results.overtaken(task, payment.captured(), null);
      return;
    }
    if (!payment.is(PaymentStatus.PENDING) && !payment.is(PaymentStatus.AUTHORIZED)) {
      results.done(task);
      return;
    }
    GatewayResult gatewayResult = gateway.cancel(task.id(), payment.atGateway().reference());
    switch (gatewayResult.result()) {
      case COMPLETED -> results.released(task);
      case PENDING -> later(task, "pending");
      case REFUSED -> refusedRelease(task, payment, gateway, gatewayResult.reason());
    }
  }

  private void refusedRelease(
      PaymentTask task, Payment payment, PaymentGateway gateway, @Nullable String reason) {
    AuthorizationStatus authorizationStatus =
        gateway.status(payment.id(), payment.atGateway().reference());
    switch (authorizationStatus.state()) {
      case CAPTURED ->
          results.overtaken(task, authorizationStatus.captured(), authorizationStatus.fee());
      case UNKNOWN, VOIDED, DECLINED -> results.released(task);
      case PENDING, ACTION_REQUIRED, AUTHORIZED -> later(task, reason);
    }
  }

  private void refund(PaymentTask task, Payment payment, PaymentGateway gateway) {
    Refund refund = lockedPayments.refund(task);
    GatewayResult gatewayResult =
        gateway.refund(refund.id(), payment.atGateway().reference(), refund.amount());
    switch (gatewayResult.result()) {
      case COMPLETED -> results.refunded(task, gatewayResult);
      case PENDING -> later(task, "pending");
      case REFUSED -> results.refundRefused(task, gatewayResult.reason());
    }
  }

  private void check(PaymentTask task, Payment payment, PaymentGateway gateway) {
    if (!payment.is(PaymentStatus.PENDING)) {
      results.done(task);
      return;
    }
    AuthorizationStatus authorizationStatus =
        gateway.status(payment.id(), payment.atGateway().reference());
    switch (authorizationStatus.state()) {
      case AUTHORIZED, CAPTURED, DECLINED, VOIDED -> results.checked(task, authorizationStatus);
      case UNKNOWN, ACTION_REQUIRED, PENDING -> later(task, null);
    }
  }

  /** For a second call of the same task. */
  private static UUID derived(PaymentTask task) {
    return UUID.nameUUIDFromBytes(("cancel " + task.id()).getBytes(StandardCharsets.UTF_8));
  }

  private void later(PaymentTask task, @Nullable String why) {
    tasks.later(task, pause(task.attempts()), why);
  }

  static Duration pause(int attempts) {
    return BACKOFF.after(attempts);
  }
}
