package org.orderly.platform.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.orderly.kernel.DomainEvent;
import org.orderly.platform.jobs.Signal;
import org.orderly.platform.json.Json;
import org.orderly.platform.persistence.DatabaseUnavailable;
import org.orderly.platform.persistence.SqlBatch;

/** The events of one domain that are true but not yet told, kept in the domain's own database. */
public final class Outbox {

  private static final String INSERT =
      "insert into outbox (event_id, type, aggregate_id, occurred_at, payload)"
          + " values (?, ?, ?, ?, ?)";

  private final String domain;
  private final DataSource database;
  private final TransactionSynchronizationRegistry transaction;
  private final Signal relay = new Signal();

  /**
   * @param domain names the topic: {@code orderly.<domain>.events}
   * @param database the domain's database, with a table {@code outbox}
   */
  public Outbox(
      String domain, DataSource database, TransactionSynchronizationRegistry transaction) {
    this.domain = domain;
    this.database = database;
    this.transaction = transaction;
  }

  /**
   * Notes an event in the caller's transaction: it will be sent if that commits, and never existed
   * if not.
   *
   * @throws DatabaseUnavailable if the database refuses; the caller's transaction must roll back
   */
  public void append(DomainEvent event) {
    SqlBatch writes = new SqlBatch();
    append(writes, event);
    try (Connection connection = database.getConnection()) {
      writes.run(connection);
    } catch (SQLException e) {
      throw new DatabaseUnavailable(domain, e);
    }
  }

  /** The same on a journey that the caller makes in its transaction. */
  public void append(SqlBatch writes, DomainEvent event) {
    writes.change(
        INSERT,
        event.eventId(),
        event.getClass().getSimpleName(),
        event.aggregateId(),
        event.occurredAt().atOffset(ZoneOffset.UTC),
        json(event));
    relay.signalAfterCommit(transaction);
  }

  private static String json(DomainEvent event) {
    try {
      return Json.mapper().writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whose events these are, such as {@code "inventory"}. */
  public String domain() {
    return domain;
  }

  /** How many events have not been sent yet. */
  public long waiting() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement query = connection.createStatement();
        ResultSet row = query.executeQuery("select count(*) from outbox")) {
      row.next();
      return row.getLong(1);
    }
  }

  String topic() {
    return "orderly." + domain + ".events";
  }

  DataSource database() {
    return database;
  }

  public Signal relay() {
    return relay;
  }
}
