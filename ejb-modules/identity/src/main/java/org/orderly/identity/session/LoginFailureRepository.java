package org.orderly.identity.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Failed sign-ins in the database: per account, in a row, and per network, of how many accounts.
 *
 * <p>Accounts go by a hash of the address that was typed, whether or not there is such an account:
 * so both are treated alike, and no addresses of strangers are collected.
 */
@ApplicationScoped
class LoginFailureRepository {

  /** After so long without a failure the count starts anew. */
  static final Duration ROW = Duration.ofHours(24);

  @PersistenceContext(unitName = "identity")
  private EntityManager em;

  /** Until when an account is paused, if it is. */
  Optional<Instant> pausedUntil(byte[] account, Instant now) {
    return instant(
        em.createNativeQuery(
                "select paused_until from login_failure where account = ? and paused_until > ?",
                Instant.class)
            .setParameter(1, account)
            .setParameter(2, now)
            .getResultList());
  }

  /**
   * Counts a failure and returns how many there were in a row; locks the account's count. Empty,
   * and not counted, if the account is paused by now: of guesses that came together only those
   * count that came to an answer before the pause.
   */
  OptionalInt count(byte[] account, Instant now) {
    List<?> failures =
        em.createNativeQuery(
                "insert into login_failure as f (account, failures, last_failed_at)"
                    + " values (?1, 1, ?2) on conflict (account) do update set"
                    + " failures = case when f.last_failed_at < ?3 then 1"
                    + " else f.failures + 1 end, last_failed_at = excluded.last_failed_at"
                    + " where f.paused_until is null or f.paused_until <= ?2 returning failures")
            .setParameter(1, account)
            .setParameter(2, now)
            .setParameter(3, now.minus(ROW))
            .getResultList();
    return failures.stream().mapToInt(row -> ((Number) row).intValue()).findFirst();
  }

  void pause(byte[] account, Instant until) {
    em.createNativeQuery("update login_failure set paused_until = ? where account = ?")
        .setParameter(1, until)
        .setParameter(2, account)
        .executeUpdate();
  }

  /** Ends the row of failures, and the pause with it. */
  void forget(byte[] account) {
    em.createNativeQuery("delete from login_failure where account = ?")
        .setParameter(1, account)
        .executeUpdate();
  }

  void noteGuess(String network, byte[] account, Instant now) {
    em.createNativeQuery(
            "insert into guessed_account (network, account, guessed_at) values (?, ?, ?)"
                + " on conflict (network, account) do update set guessed_at = excluded.guessed_at")
        .setParameter(1, network)
        .setParameter(2, account)
        .setParameter(3, now)
        .executeUpdate();
  }

  /**
   * When the so-manieth last account was tried in vain from a network; empty if there were not so
   * many since then.
   */
  Optional<Instant> guessedSince(String network, int accounts, Instant since) {
    return instant(
        em.createNativeQuery(
                "select guessed_at from guessed_account where network = ? and guessed_at > ?"
                    + " order by guessed_at desc offset ? limit 1",
                Instant.class)
            .setParameter(1, network)
            .setParameter(2, since)
            .setParameter(3, accounts - 1)
            .getResultList());
  }

  private static Optional<Instant> instant(List<?> rows) {
    return rows.stream().findFirst().map(Instant.class::cast);
  }
}
