package org.orderly.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.JMSException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.testing.Application;

class OutboxRelayDatabaseTest {

  @RegisterExtension static final Application APP = Application.on("inventory");

  private final RecordedPublisher publisher = new RecordedPublisher();
  private final OutboxRelay relay = new OutboxRelay(publisher);
  private Outbox outbox;

  @BeforeEach
  void begin() {
    APP.database("inventory").execute("delete from outbox");
    outbox =
        new Outbox(
            new DomainDatabase("inventory", APP.dataSource("inventory")), APP.synchronizations());
  }

  private void append(int from, int to) {
    APP.inTransaction(
        () -> IntStream.range(from, to).forEach(i -> outbox.append(StockCounted.of(i))));
  }

  private long waiting() {
    return APP.database("inventory").count("outbox");
  }

  @Test
  void sendsTheOldestFirstAndForgetsThem() throws Exception {
    append(0, 3);

    assertThat(relay.sendBatch(outbox)).isEqualTo(3);

    assertThat(publisher.sent).hasSize(3);
    for (int i = 0; i < 3; i++) {
      assertThat(publisher.sent.get(i))
          .startsWith("orderly.inventory.events StockCounted ")
          .contains("\"pieces\":" + i);
    }
    assertThat(waiting()).isZero();
    assertThat(relay.sendBatch(outbox)).isZero();
  }

  @Test
  void sendsNoMoreThanABatchAtOnce() throws Exception {
    append(0, OutboxRelay.BATCH + 1);

    assertThat(relay.sendBatch(outbox)).isEqualTo(OutboxRelay.BATCH);
    assertThat(waiting()).isEqualTo(1);
    assertThat(relay.sendBatch(outbox)).isEqualTo(1);
    assertThat(publisher.sent).doesNotHaveDuplicates().hasSize(OutboxRelay.BATCH + 1);
  }

  @Test
  void keepsWhatTheBrokerDidNotTake() throws Exception {
    append(0, 2);
    publisher.away = true;
    assertThatThrownBy(() -> relay.sendBatch(outbox)).isInstanceOf(JMSException.class);
    assertThat(waiting()).isEqualTo(2);

    publisher.away = false;
    assertThat(relay.sendBatch(outbox)).isEqualTo(2);
  }

  @Test
  void repeatsWhatItHadSentWhenItCrashed() throws Exception {
    append(0, 1);
    publisher.afterArrival =
        () -> {
          throw new IllegalStateException("killed");
        };
    assertThatThrownBy(() -> relay.sendBatch(outbox)).hasMessage("killed");
    assertThat(waiting()).isEqualTo(1);

    publisher.afterArrival = () -> {};
    relay.sendBatch(outbox);
    assertThat(publisher.sent).hasSize(2);
    assertThat(publisher.sent.get(0)).isEqualTo(publisher.sent.get(1));
  }

  @Test
  void leavesTheOutboxToTheRelayThatIsAtIt() throws Exception {
    append(0, 1);
    publisher.afterArrival = this::sendBesides;
    assertThat(relay.sendBatch(outbox)).isEqualTo(1);
    assertThat(publisher.sent).hasSize(1);
  }

  private void sendBesides() {
    try {
      RecordedPublisher second = new RecordedPublisher();
      assertThat(new OutboxRelay(second).sendBatch(outbox)).isZero();
      assertThat(second.sent).isEmpty();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
