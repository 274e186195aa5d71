package org.orderly.ordering.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.platform.request.RequestContext;

/** How many streams there may be: of one person, of one address, and at all. */
class OrderStreamsTest {

  private static final Duration LONG = Duration.ofMinutes(10);

  private final UserId ann = UserId.newId();
  private boolean gone;

  private final OrderStreams streams =
      new OrderStreams(
          null,
          new TrackingSettings(null) {
            @Override
            int streams() {
              return 5;
            }

            @Override
            int streamsEach() {
              return 2;
            }

            @Override
            int streamsOfAddress() {
              return 3;
            }

            @Override
            Duration longest() {
              return LONG;
            }
          });

  private final OrderSubscriber subscriber =
      new OrderSubscriber() {
        @Override
        public boolean isOpen() {
          return !gone;
        }

        @Override
        public boolean tell(TrackedStep step) {
          return !gone;
        }

        @Override
        public boolean beat() {
          return !gone;
        }

        @Override
        public void close() {
          gone = true;
        }
      };

  @AfterEach
  void leave() {
    RequestContext.leave();
  }

  private void open(UserId listener, String address) {
    RequestContext.enter(new RequestContext(listener.toString(), address, "r", ""));
    streams.open(OrderId.newId(), listener, -1, LONG, subscriber);
  }

  @Test
  void areFewForOnePersonWhereverTheyAre() {
    open(ann, "192.0.2.1");
    open(ann, "192.0.2.2");

    assertThatThrownBy(() -> open(ann, "192.0.2.3")).isInstanceOf(StreamLimitReached.class);
    assertThatCode(() -> open(UserId.newId(), "192.0.2.3")).doesNotThrowAnyException();
  }

  @Test
  void areFewForOneAddressWhoeverOpensThem() {
    for (int i = 0; i < 3; i++) {
      open(UserId.newId(), "192.0.2.1");
    }
    assertThatThrownBy(() -> open(UserId.newId(), "192.0.2.1"))
        .isInstanceOf(StreamLimitReached.class);
    assertThatCode(() -> open(UserId.newId(), "192.0.2.2")).doesNotThrowAnyException();
  }

  @Test
  void areFewAtAll() {
    for (int i = 0; i < 5; i++) {
      open(UserId.newId(), "192.0.2." + i);
    }
    assertThatThrownBy(() -> open(UserId.newId(), "192.0.2.9")).isInstanceOf(TooManyStreams.class);
  }

  @Test
  void makeRoomWhenTheirSubscriberIsGone() {
    open(ann, "192.0.2.1");
    open(ann, "192.0.2.1");
    gone = true;
    streams.attend(Runnable::run);
    gone = false;

    assertThatCode(() -> open(ann, "192.0.2.1")).doesNotThrowAnyException();
  }

  @Test
  void closeTheirSubscribersWhenTheApplicationStops() {
    open(ann, "192.0.2.1");
    streams.closeAll();
    assertThat(gone).isTrue();
  }
}
