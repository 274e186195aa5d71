package org.orderly.payment;

import java.util.UUID;
import java.util.function.Supplier;
import org.orderly.kernel.DomainException;
import org.orderly.kernel.Money;
import org.orderly.kernel.OutsideService;
import org.orderly.kernel.UserId;

/** A gateway whose failures are known for what they are: it is away. */
record GuardedGateway(PaymentGateway gateway, GatewayLine line, OutsideService service)
    implements PaymentGateway {

  @Override
  public String name() {
    return gateway.name();
  }

  @Override
  public Outcome collect(UUID transferId, UserId from, Money amount) {
    return call(() -> line.collect(gateway, transferId, from, amount));
  }

  @Override
  public Outcome payOut(UUID transferId, UserId to, Money amount) {
    return call(() -> line.payOut(gateway, transferId, to, amount));
  }

  private Outcome call(Supplier<Outcome> guarded) {
    try {
      return service.call(guarded::get);
    } catch (DomainException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new GatewayUnavailable(e);
    }
  }
}
