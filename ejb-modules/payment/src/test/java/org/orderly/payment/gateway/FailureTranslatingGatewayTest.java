package org.orderly.payment.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.junit.jupiter.api.Test;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;
import org.orderly.platform.resilience.CircuitBreakerState;

class FailureTranslatingGatewayTest {

  private final CircuitBreakerState service =
      new CircuitBreakerState("bank", Duration.ofMinutes(1), CircuitBreakerOpenException.class);
  private RuntimeException failure;

  /** Throws what the guards would throw, without guards: they are the server's. */
  private final class Guarded extends PayingGateway {
    @Override
    public ResilientGateway resilience() {
      return new ResilientGateway() {
        @Override
        public <T> T ask(Supplier<T> call) {
          if (failure != null) {
            throw failure;
          }
          return call.get();
        }
      };
    }
  }

  private GatewayResult payOut() {
    return new FailureTranslatingGateway(new Guarded(), service)
        .payOut(UUID.randomUUID(), UserId.newId(), Money.of("1.00", "EUR"));
  }

  @Test
  void tellsThatTheGatewayIsAwayWhateverTheReason() {
    failure = new IllegalStateException("connection reset");
    assertThatThrownBy(this::payOut).isInstanceOf(GatewayUnavailable.class).hasCause(failure);
    assertThat(service.report().reachable()).isFalse();

    failure = new CircuitBreakerOpenException();
    assertThatThrownBy(this::payOut).isInstanceOf(GatewayUnavailable.class);
    assertThat(service.report().state()).isEqualTo(CircuitBreakerState.State.OPEN);
  }

  @Test
  void passesARefusalOn() {
    failure = new ForgedGatewayEvent();
    assertThatThrownBy(this::payOut).isSameAs(failure);
    assertThat(service.report().reachable()).isTrue();
  }

  @Test
  void isClosedAgainWithTheFirstAnswer() {
    failure = new CircuitBreakerOpenException();
    assertThatThrownBy(this::payOut).isInstanceOf(GatewayUnavailable.class);
    failure = null;
    assertThat(payOut().result()).isEqualTo(GatewayResult.Result.COMPLETED);
    assertThat(service.report().state()).isEqualTo(CircuitBreakerState.State.CLOSED);
  }
}
