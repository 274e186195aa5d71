package org.orderly.payment.wallet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.orderly.kernel.InvalidValue;
import org.orderly.payment.gateway.AuthorizationRequest;
import org.orderly.payment.gateway.GatewayResult;
import org.orderly.payment.gateway.Gateways;
import org.orderly.payment.gateway.PaymentGateway;
import org.orderly.payment.wallet.TransferResult.State;

/** Requests or queries a transfer at its gateway; never inside a transaction. */
@ApplicationScoped
class TransferCalls {

  /** For so long its owner may take the step that the gateway asks for. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final String DESCRIPTION = "deposit";

  private final Gateways gateways;
  private final Clock clock;

  @Inject
  TransferCalls(Gateways gateways, Clock clock) {
    this.gateways = gateways;
    this.clock = clock;
  }

  /**
   * Requests the transfer. Safe to repeat: the gateway knows the transfer by its id, and moves
   * money once.
   *
   * @throws org.orderly.payment.gateway.GatewayUnavailable if no answer came
   * @throws InvalidValue if the gateway cannot take such a request
   */
  TransferResult ask(TransferRequest order) {
    PaymentGateway gateway = gateways.named(order.gateway());
    if (order.direction() == GatewayTransfer.Direction.OUT) {
      return TransferResult.of(gateway.payOut(order.id(), order.user(), order.amount()));
    }
    AuthorizationRequest request =
        new AuthorizationRequest(
            order.id(), order.amount(), order.token(), true, null, DESCRIPTION);
    return taken(gateway, order, TransferResult.of(gateway.authorize(request)));
  }

  /**
   * Queries the transfer, and requests it again if the gateway does not know it.
   *
   * @throws org.orderly.payment.gateway.GatewayUnavailable if no answer came
   */
  TransferResult lookAfter(TransferRequest order) {
    if (order.direction() == GatewayTransfer.Direction.OUT) {
      return ask(order);
    }
    PaymentGateway gateway = gateways.named(order.gateway());
    TransferResult result = TransferResult.of(gateway.status(order.id(), order.reference()));
    return switch (result.state()) {
      case UNKNOWN -> ask(order);
      case RESERVED -> taken(gateway, order, result);
      case PENDING ->
          result.nextAction() != null && isTooOld(order) ? giveUp(gateway, order, result) : result;
      default -> result;
    };
  }

  private static TransferResult taken(
      PaymentGateway gateway, TransferRequest order, TransferResult result) {
    return result.state() == State.RESERVED
        ? TransferResult.of(
            gateway.capture(keyOf(order, "capture"), result.knownReference(), order.amount()))
        : result;
  }

  private boolean isTooOld(TransferRequest order) {
    return order.createdAt().plus(PATIENCE).isBefore(clock.instant());
  }

  /** A void that is refused means that it was captured; the next query finds that. */
  private static TransferResult giveUp(
      PaymentGateway gateway, TransferRequest order, TransferResult result) {
    GatewayResult gatewayResult = gateway.cancel(keyOf(order, "cancel"), result.knownReference());
    return gatewayResult.result() == GatewayResult.Result.COMPLETED
        ? TransferResult.refused("expired")
        : result;
  }

  private static UUID keyOf(TransferRequest order, String step) {
    return UUID.nameUUIDFromBytes((order.id() + "/" + step).getBytes(StandardCharsets.US_ASCII));
  }
}
