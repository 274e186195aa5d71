package org.orderly.payment.sandbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;
import org.orderly.payment.PaymentGateway;

/** Agrees to every transfer at once. Chosen by {@code ORDERLY_PAYMENT_GATEWAY=sandbox}. */
@ApplicationScoped
class SandboxGateway implements PaymentGateway {

  @Override
  public String name() {
    return "sandbox";
  }

  @Override
  public Outcome collect(UUID transferId, UserId from, Money amount) {
    return Outcome.COMPLETED;
  }

  @Override
  public Outcome payOut(UUID transferId, UserId to, Money amount) {
    return Outcome.COMPLETED;
  }
}
