package org.orderly.platform.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.orderly.kernel.DomainEvent;
import org.orderly.platform.jobs.Signal;
import org.orderly.platform.json.Json;
import org.orderly.platform.persistence.BulkInsert;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;

/** The outbox: the events of one domain that are not yet sent, kept in the domain's database. */
public final class Outbox {

  private static final BulkInsert<DomainEvent> INSERT =
      BulkInsert.<DomainEvent>into("outbox")
          .column("event_id", "uuid", DomainEvent::eventId)
          .column("type", "text", event -> event.getClass().getSimpleName())
          .column("aggregate_id", "uuid", DomainEvent::aggregateId)
          .column(
              "occurred_at", "timestamptz", event -> event.occurredAt().atOffset(ZoneOffset.UTC))
          .column("payload", "text", Outbox::json);

  private final DomainDatabase database;
  private final TransactionSynchronizationRegistry transaction;
  private final Signal relay = new Signal();

  /**
   * @param database has a table {@code outbox}; its domain names the topic, {@code
   *     orderly.<domain>.events}
   */
  public Outbox(DomainDatabase database, TransactionSynchronizationRegistry transaction) {
    this.database = database;
    this.transaction = transaction;
  }

  /**
   * Appends an event in the caller's transaction: it will be sent if that commits, and never
   * existed if not.
   *
   * @throws org.orderly.platform.persistence.DatabaseUnavailable if the database refuses; the
   *     caller's transaction must roll back
   */
  public void append(DomainEvent event) {
    SqlBatch writes = new SqlBatch();
    append(writes, event);
    database.run(writes);
  }

  /** Adds the same to a batch that the caller runs in its transaction. */
  public void append(SqlBatch writes, DomainEvent event) {
    append(writes, List.of(event));
  }

  /** Adds the same for many events, in their order: one statement. */
  public void append(SqlBatch writes, List<? extends DomainEvent> events) {
    if (!events.isEmpty()) {
      INSERT.add(writes, events);
      relay.signalAfterCommit(transaction);
    }
  }

  private static String json(DomainEvent event) {
    try {
      return Json.mapper().writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The domain that publishes the events, such as {@code "inventory"}. */
  public String domain() {
    return database.domain();
  }

  /** How many events have not been sent yet. */
  public long waiting() {
    return database.one(row -> row.getLong(1), "select count(*) from outbox");
  }

  String topic() {
    return "orderly." + domain() + ".events";
  }

  DataSource dataSource() {
    return database.dataSource();
  }

  public Signal relay() {
    return relay;
  }
}
