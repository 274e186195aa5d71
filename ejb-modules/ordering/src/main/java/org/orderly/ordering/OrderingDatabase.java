package org.orderly.ordering;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.orderly.platform.events.Inbox;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.idempotency.IdempotencyKeys;
import org.orderly.platform.persistence.DatabaseUnavailable;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.Retention;
import org.orderly.platform.persistence.SqlBatch;

/** What the ordering database gives besides entities. */
@ApplicationScoped
public class OrderingDatabase {

  public static final String NAME = "ordering";

  @Resource(lookup = "jdbc/ordering")
  private DataSource dataSource;

  @Resource private TransactionSynchronizationRegistry transaction;

  @Produces
  @Singleton
  @Domain(NAME)
  DomainDatabase database() {
    return new DomainDatabase(NAME, dataSource);
  }

  @Produces
  @Singleton
  @Domain(NAME)
  Outbox outbox(@Domain(NAME) DomainDatabase database) {
    return new Outbox(database, transaction);
  }

  @Produces
  @Singleton
  @Domain(NAME)
  IdempotencyKeys idempotencyKeys(@Domain(NAME) DomainDatabase database) {
    return new IdempotencyKeys(database);
  }

  @Produces
  @Singleton
  @Domain(NAME)
  Inbox inbox(@Domain(NAME) DomainDatabase database) {
    return new Inbox(database);
  }

  @Produces
  @Singleton
  @Domain(NAME)
  Retention retention(@Domain(NAME) DomainDatabase database) {
    return new Retention(
        database, Retention.Expired.idempotencyKeys(), Retention.Expired.inboxEntries());
  }

  /**
   * Makes this database take part in the caller's transaction, so that it can decide it. Every
   * transaction over several databases begins with this or with another statement here.
   */
  public void enlist() {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("select 1");
    } catch (SQLException e) {
      throw new DecisionUnavailable(e);
    }
  }

  public DataSource dataSource() {
    return dataSource;
  }

  /**
   * Sends statements in the caller's transaction, or each by itself if there is none.
   *
   * @throws DatabaseUnavailable if the database refuses
   */
  public void run(SqlBatch trip) {
    try (Connection connection = dataSource().getConnection()) {
      trip.run(connection);
    } catch (SQLException e) {
      throw new DatabaseUnavailable(NAME, e);
    }
  }

  /**
   * Sends statements as one transaction of their own. Call it without another one.
   *
   * @throws DatabaseUnavailable if the database refuses
   */
  public void runAtomically(SqlBatch trip) {
    try (Connection connection = dataSource().getConnection()) {
      trip.runAtomically(connection);
    } catch (SQLException e) {
      throw new DatabaseUnavailable(NAME, e);
    }
  }
}
