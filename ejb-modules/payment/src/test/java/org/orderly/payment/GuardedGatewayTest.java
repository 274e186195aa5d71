package org.orderly.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.junit.jupiter.api.Test;
import org.orderly.kernel.Money;
import org.orderly.kernel.OutsideService;
import org.orderly.kernel.UserId;
import org.orderly.payment.PaymentGateway.Outcome;

class GuardedGatewayTest {

  private final OutsideService service =
      new OutsideService("bank", Duration.ofMinutes(1), CircuitBreakerOpenException.class);
  private RuntimeException failure;

  /** What its guards would throw, without guards: they are the server's. */
  private final class Line extends GatewayLine {
    @Override
    Outcome collect(PaymentGateway gateway, UUID transferId, UserId from, Money amount) {
      if (failure != null) {
        throw failure;
      }
      return Outcome.COMPLETED;
    }
  }

  private Outcome collect() {
    return new GuardedGateway(null, new Line(), service)
        .collect(UUID.randomUUID(), UserId.newId(), Money.of("1.00", "EUR"));
  }

  @Test
  void tellsThatTheGatewayIsAwayWhateverTheReason() {
    failure = new IllegalStateException("connection reset");
    assertThatThrownBy(this::collect).isInstanceOf(GatewayUnavailable.class).hasCause(failure);
    assertThat(service.report().reachable()).isFalse();

    failure = new CircuitBreakerOpenException();
    assertThatThrownBy(this::collect).isInstanceOf(GatewayUnavailable.class);
    assertThat(service.report().state()).isEqualTo(OutsideService.State.OPEN);
  }

  @Test
  void passesARefusalOn() {
    failure = new TransferRefused();
    assertThatThrownBy(this::collect).isSameAs(failure);
    assertThat(service.report().reachable()).isTrue();
  }

  @Test
  void isClosedAgainWithTheFirstAnswer() {
    failure = new CircuitBreakerOpenException();
    assertThatThrownBy(this::collect).isInstanceOf(GatewayUnavailable.class);
    failure = null;
    assertThat(collect()).isEqualTo(Outcome.COMPLETED);
    assertThat(service.report().state()).isEqualTo(OutsideService.State.CLOSED);
  }
}
