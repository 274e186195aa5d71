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
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.Retention;
import org.orderly.platform.personal.PersonalColumns;

/**
 * Produces the identity database, its outbox, its inbox, its retention rules and personal columns.
 */
@ApplicationScoped
class IdentityDatabase {

  static final String DOMAIN = "identity";

  /** An expired link still counts against the limit of mails for an hour. */
  private static final Retention.Expired EXPIRED_LINKS =
      new Retention.Expired("mailed_link", "expires_at < now() - interval '1 hour'");

  @Resource(lookup = "jdbc/identity")
  private DataSource dataSource;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transaction;

  @Produces
  @Singleton
  @Domain(DOMAIN)
  DomainDatabase database() {
    return new DomainDatabase(DOMAIN, dataSource);
  }

  /** A singleton: the relay waits on the instance that the writers signal. */
  @Produces
  @Singleton
  @Domain(DOMAIN)
  Outbox outbox(@Domain(DOMAIN) DomainDatabase database) {
    return new Outbox(database, transaction);
  }

  @Produces
  @Domain(DOMAIN)
  Inbox inbox(@Domain(DOMAIN) DomainDatabase database) {
    return new Inbox(database);
  }

  @Produces
  @Singleton
  @Domain(DOMAIN)
  Retention retention(@Domain(DOMAIN) DomainDatabase database) {
    return new Retention(
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

  @Produces
  @Singleton
  @Domain(DOMAIN)
  PersonalColumns personalColumns(@Domain(DOMAIN) DomainDatabase database) {
    return new PersonalColumns(database, IdentityDatabase.class);
  }
}
