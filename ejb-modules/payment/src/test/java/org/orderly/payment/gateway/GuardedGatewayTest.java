package org.orderly.payment.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.junit.jupiter.api.Test;
import org.orderly.kernel.Money;
import org.orderly.kernel.OutsideService;
import org.orderly.kernel.UserId;

class GuardedGatewayTest {

  private final OutsideService service =
      new OutsideService("bank", Duration.ofMinutes(1), CircuitBreakerOpenException.class);
  private RuntimeException failure;

  /** What its guards would throw, without guards: they are the server's. */
  private final class Line extends GatewayLine {
    @Override
    <T> T ask(Supplier<T> question) {
      if (failure != null) {
        throw failure;
      }
      return question.get();
    }
  }

  private Outcome payOut() {
    return new GuardedGateway(new PayingGateway(), new Line(), service)
        .payOut(UUID.randomUUID(), UserId.newId(), Money.of("1.00", "EUR"));
  }

  @Test
  void tellsThatTheGatewayIsAwayWhateverTheReason() {
    failure = new IllegalStateException("connection reset");
    assertThatThrownBy(this::payOut).isInstanceOf(GatewayUnavailable.class).hasCause(failure);
    assertThat(service.report().reachable()).isFalse();

    failure = new CircuitBreakerOpenException();
    assertThatThrownBy(this::payOut).isInstanceOf(GatewayUnavailable.class);
    assertThat(service.report().state()).isEqualTo(OutsideService.State.OPEN);
  }

  @Test
  void passesARefusalOn() {
    failure = new ForgedNotice();
    assertThatThrownBy(this::payOut).isSameAs(failure);
    assertThat(service.report().reachable()).isTrue();
  }

  @Test
  void isClosedAgainWithTheFirstAnswer() {
    failure = new CircuitBreakerOpenException();
    assertThatThrownBy(this::payOut).isInstanceOf(GatewayUnavailable.class);
    failure = null;
    assertThat(payOut().result()).isEqualTo(Outcome.Result.COMPLETED);
    assertThat(service.report().state()).isEqualTo(OutsideService.State.CLOSED);
  }
}
