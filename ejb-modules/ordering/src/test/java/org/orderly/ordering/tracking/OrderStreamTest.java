package org.orderly.ordering.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;
import org.orderly.ordering.OrderStatus;

class OrderStreamTest {

  private static final UUID ORDER = UuidV7.next();
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Executor AT_ONCE = Runnable::run;

  private final List<Integer> told = new ArrayList<>();
  private int beats;
  private boolean allowed = true;
  private boolean gone;
  private boolean closed;

  private final OrderSubscriber orderSubscriber =
      new OrderSubscriber() {
        @Override
        public boolean isOpen() {
          return allowed;
        }

        @Override
        public boolean tell(TrackedStep step) {
          told.add(step.step());
          return !gone;
        }

        @Override
        public boolean beat() {
          beats++;
          return !gone;
        }

        @Override
        public void close() {
          closed = true;
        }
      };

  @Test
  void tellsEachStepOnceAndInOrder() {
    OrderStream orderStream = stream(-1, LONG);
    orderStream.offer(step(0, OrderStatus.PLACED));
    orderStream.offer(step(1, OrderStatus.CONFIRMED));
    orderStream.attend(AT_ONCE);
    orderStream.offer(step(1, OrderStatus.CONFIRMED));
    orderStream.offer(step(2, OrderStatus.PROCESSING));
    orderStream.attend(AT_ONCE);
    assertThat(told).containsExactly(0, 1, 2);
    assertThat(orderStream.isOver()).isFalse();
  }

  @Test
  void leavesOutWhatTheListenerKnows() {
    OrderStream orderStream = stream(1, LONG);
    orderStream.offer(step(1, OrderStatus.CONFIRMED));
    orderStream.offer(step(2, OrderStatus.PROCESSING));
    orderStream.attend(AT_ONCE);
    assertThat(told).containsExactly(2);
  }

  @Test
  void showsAtOnceThatItIsThereAndThenNowAndThen() {
    OrderStream orderStream = stream(-1, LONG);
    orderStream.attend(AT_ONCE);
    orderStream.attend(AT_ONCE);
    assertThat(beats).isEqualTo(1);
  }

  @Test
  void endsWithTheOrder() {
    OrderStream orderStream = stream(1, LONG);
    orderStream.offer(step(2, OrderStatus.CANCELLED));
    orderStream.attend(AT_ONCE);
    assertThat(told).containsExactly(2);
    assertThat(orderStream.isOver()).isTrue();
    assertThat(closed).isTrue();
  }

  @Test
  void endsWhenItsTimeIsUp() {
    OrderStream orderStream = stream(-1, Duration.ofNanos(1));
    orderStream.attend(AT_ONCE);
    assertThat(orderStream.isOver()).isTrue();
    assertThat(closed).isTrue();
  }

  @Test
  void tellsNothingToWhoMayNoLongerHear() {
    OrderStream orderStream = stream(-1, LONG);
    allowed = false;
    orderStream.offer(step(0, OrderStatus.PLACED));
    orderStream.attend(AT_ONCE);
    assertThat(told).isEmpty();
    assertThat(closed).isTrue();
  }

  @Test
  void makesRoomAsSoonAsItsListenerIsFoundGone() {
    OrderStream busy = stream(-1, LONG);
    busy.offer(step(0, OrderStatus.PLACED));
    busy.offer(step(1, OrderStatus.CONFIRMED));
    gone = true;
    busy.attend(AT_ONCE);
    assertThat(told).containsExactly(0);
    assertThat(busy.isGone()).isTrue();
    assertThat(closed).isTrue();

    OrderStream silent = stream(-1, LONG);
    silent.attend(AT_ONCE);
    assertThat(silent.isGone()).isTrue();
  }

  @Test
  void letsOneSenderWorkAtATime() {
    List<Runnable> work = new ArrayList<>();
    OrderStream orderStream = stream(-1, LONG);
    orderStream.offer(step(0, OrderStatus.PLACED));
    orderStream.attend(work::add);
    orderStream.attend(work::add);
    assertThat(work).hasSize(1);
  }

  private OrderStream stream(int seen, Duration longest) {
    return new OrderStream(
        ORDER, UserId.of(UuidV7.next().toString()), "192.0.2.1", seen, longest, orderSubscriber);
  }

  private static TrackedStep step(int number, OrderStatus to) {
    return new TrackedStep(ORDER, number, "OrderWentOn", null, to, Instant.EPOCH, null);
  }
}
