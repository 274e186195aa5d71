package org.orderly.payment.gateway.sandbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.orderly.payment.gateway.ResilientGateway;

/** The circuit breaker and the other guards of calls to the sandbox. */
@ApplicationScoped
class SandboxResilience extends ResilientGateway {

  @Override
  public <T> T ask(Supplier<T> call) {
    return call.get();
  }
}
