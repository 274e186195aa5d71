package org.orderly.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.platform.persistence.DatabaseUnavailable;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.testing.Application;
import org.orderly.testing.TestDatabase;

class OutboxDatabaseTest {

  @RegisterExtension static final Application APP = Application.on("inventory");

  private TestDatabase database;
  private Outbox outbox;

  @BeforeEach
  void begin() {
    database = APP.database("inventory");
    database.execute("delete from outbox");
    outbox =
        new Outbox(
            new DomainDatabase("inventory", APP.dataSource("inventory")), APP.synchronizations());
  }

  @Test
  void keepsAnEventWithAllThatTheRelaySends() {
    StockCounted event = StockCounted.of(3);
    APP.inTransaction(() -> outbox.append(event));

    assertThat(
            database.row(
                "select type, aggregate_id, occurred_at = ?::timestamptz,"
                    + " payload::json ->> 'pieces' from outbox where event_id = ?",
                "2026-01-01T00:00:00Z",
                event.eventId()))
        .isEqualTo("(StockCounted," + new UUID(0, 7) + ",t,3)");
  }

  @Test
  void hasNoEventOfATransactionThatRollsBack() throws SQLException {
    assertThatThrownBy(
            () ->
                APP.inTransaction(
                    () -> {
                      outbox.append(StockCounted.of(1));
                      throw new IllegalStateException("changed my mind");
                    }))
        .hasMessage("changed my mind");

    assertThat(outbox.waiting()).isZero();
  }

  @Test
  void wakesTheRelayAfterACommitAndNotAfterARollback() throws InterruptedException {
    assertThatThrownBy(
            () ->
                APP.inTransaction(
                    () -> {
                      outbox.append(StockCounted.of(1));
                      throw new IllegalStateException();
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(wakesWithin(Duration.ofMillis(50))).isFalse();

    APP.inTransaction(() -> outbox.append(StockCounted.of(1)));
    assertThat(wakesWithin(Duration.ofSeconds(15))).isTrue();
  }

  private boolean wakesWithin(Duration patience) throws InterruptedException {
    long begin = System.nanoTime();
    outbox.relay().await(patience);
    return System.nanoTime() - begin < patience.toNanos();
  }

  @Test
  void takesEachEventOnce() {
    StockCounted event = StockCounted.of(1);
    APP.inTransaction(() -> outbox.append(event));

    assertThatThrownBy(() -> APP.inTransaction(() -> outbox.append(event)))
        .isInstanceOf(DatabaseUnavailable.class);

    assertThat(database.count("outbox")).isEqualTo(1);
  }
}
