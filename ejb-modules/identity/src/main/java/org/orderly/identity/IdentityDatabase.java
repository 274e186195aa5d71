package org.orderly.identity;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import javax.sql.DataSource;
import org.orderly.platform.events.Inbox;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.Retention;

/** Gives the domain the outbox of its database and the record of the events it took in. */
@ApplicationScoped
class IdentityDatabase {

  static final String DOMAIN = "identity";

  /** They count against the next ones for an hour after their making. */
  private static final Retention.Expired EXPIRED_LINKS =
      new Retention.Expired("mailed_link", "expires_at < now() - interval '1 hour'");

  @Resource(lookup = "jdbc/identity")
  private DataSource database;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transaction;

  /** One for the whole application: the relay waits on the same instance that the writers wake. */
  @Produces
  @Singleton
  @Domain(DOMAIN)
  Outbox outbox() {
    return new Outbox(DOMAIN, database, transaction);
  }

  @Produces
  @Domain(DOMAIN)
  Inbox inbox() {
    return new Inbox(DOMAIN, database);
  }

  @Produces
  @Singleton
  @Domain(DOMAIN)
  Retention retention() {
    return new Retention(
        DOMAIN,
        database,
        Retention.Expired.inboxEntries(),
        new Retention.Expired("refresh_token", "expires_at < now()"),
        new Retention.Expired("session", "expires_at < now() - interval '1 day'"),
        new Retention.Expired("denied_session", "denied_at < now() - interval '1 hour'"),
        new Retention.Expired("login_failure", "last_failed_at < now() - interval '48 hours'"),
        new Retention.Expired("guessed_account", "guessed_at < now() - interval '1 hour'"),
        new Retention.Expired("oidc_attempt", "expires_at < now()"),
        new Retention.Expired("oidc_code", "expires_at < now()"),
        EXPIRED_LINKS,
        new Retention.Expired("email_change", "expires_at < now()"));
  }
}
