package org.orderly.identity.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.orderly.identity.Users;
import org.orderly.identity.audit.AuditLog;
import org.orderly.identity.event.CredentialsChanged;
import org.orderly.identity.password.PasswordGuessLimit;
import org.orderly.identity.person.EmailAddress;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;
import org.orderly.platform.crypto.Sha256;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.request.RequestContext;

/**
 * Throttles password guessing: an account pauses after five failures in a row, and a network that
 * fails on many accounts is refused for a while.
 */
@ApplicationScoped
public class LoginThrottle implements PasswordGuessLimit {

  static final Duration GUESSES_COUNT = Duration.ofMinutes(15);

  private final LoginFailureRepository failures;
  private final Users users;
  private final AuditLog auditLog;
  private final Outbox outbox;
  private final int accountsPerAddress;
  private final Clock clock;

  /**
   * @param accountsPerAddress on how many accounts a network may fail within a quarter of an hour;
   *     0 for any number
   */
  @Inject
  LoginThrottle(
      LoginFailureRepository failures,
      Users users,
      AuditLog auditLog,
      @Domain("identity") Outbox outbox,
      @ConfigProperty(name = "orderly.login.accounts.per.address", defaultValue = "30")
          int accountsPerAddress,
      Clock clock) {
    this.failures = failures;
    this.users = users;
    this.auditLog = auditLog;
    this.outbox = outbox;
    this.accountsPerAddress = accountsPerAddress;
    this.clock = clock;
  }

  /**
   * Lets a try through, before or after its password is compared: guesses that were let in together
   * must not all count.
   *
   * @throws SignInPaused if this account, or this address, has to wait
   */
  void admit(String email) {
    Instant now = clock.instant();
    failures
        .pausedUntil(account(email), now)
        .ifPresent(
            until -> {
              throw SignInPaused.forAccount(Duration.between(now, until));
            });
    admitAddress(now);
  }

  private void admitAddress(Instant now) {
    blockedUntil(now)
        .ifPresent(
            until -> {
              throw SignInPaused.forAddress(Duration.between(now, until));
            });
  }

  /**
   * Counts a failed sign-in, in a transaction of its own.
   *
   * @param owner whose account it is, if anybody's
   * @throws SignInPaused if other failures have paused the account or the address meanwhile: then
   *     this one says nothing about the password
   */
  @Transactional
  void failed(String email, Optional<UserId> owner) {
    Instant now = clock.instant();
    admitAddress(now);
    byte[] account = account(email);
    int inARow = failures.count(account, now).orElseThrow(() -> paused(account, now));
    failures.noteGuess(network(), account, now);
    Duration pause = LockoutRule.after(inARow);
    String subject = owner.map(UserId::toString).orElse("unknown");
    if (!pause.isZero()) {
      Instant until = now.plus(pause);
      failures.pause(account, until);
      owner.ifPresent(user -> tell(user, now, until));
    }
    auditLog.record(
        "sign-in.failed", subject, null, Map.of("inARow", inARow, "pausedFor", pause.toString()));
    blockedUntil(now).ifPresent(until -> auditLog.record("address.blocked", network(), null, null));
  }

  /** Ends the row of failures of an account that somebody signed in to. */
  @Transactional
  void succeeded(String email) {
    failures.forget(account(email));
  }

  @Override
  public void admit(UserId user) {
    users.find(user).ifPresent(profile -> admit(profile.email()));
  }

  @Override
  @Transactional
  public void failed(UserId user) {
    users.find(user).ifPresent(profile -> failed(profile.email(), Optional.of(user)));
  }

  @Override
  @Transactional
  public void succeeded(UserId user) {
    users.find(user).ifPresent(profile -> succeeded(profile.email()));
  }

  /**
   * Lets a paused account sign in again at once; idempotent. Whether the caller may do so is
   * checked at the edge: admins only.
   *
   * @throws org.orderly.kernel.DomainException if there is no such user
   */
  @Transactional
  public void unlock(UserId id) {
    failures.forget(account(users.profile(id).email()));
    auditLog.record("account.unlocked", id.toString(), null, null);
  }

  /** Who has just chosen a new password need not wait. */
  void forget(@Observes CredentialsChanged change) {
    users.find(change.user()).ifPresent(user -> failures.forget(account(user.email())));
  }

  /** Until the first of the last so many vain tries is old enough. */
  private Optional<Instant> blockedUntil(Instant now) {
    return accountsPerAddress == 0
        ? Optional.empty()
        : failures
            .guessedSince(network(), accountsPerAddress, now.minus(GUESSES_COUNT))
            .map(guessed -> guessed.plus(GUESSES_COUNT));
  }

  private SignInPaused paused(byte[] account, Instant now) {
    Instant until = failures.pausedUntil(account, now).orElse(now);
    return SignInPaused.forAccount(Duration.between(now, until));
  }

  private void tell(UserId user, Instant now, Instant until) {
    String address = RequestContext.current().address();
    outbox.append(new AccountPaused(UuidV7.next(), now, user, until, address));
  }

  private static String network() {
    return RequestContext.current().site();
  }

  private static byte[] account(@Nullable String email) {
    String typed = email == null ? "" : email;
    String key = EmailAddress.find(typed).map(EmailAddress::value).orElse(typed);
    return Sha256.of(key);
  }
}
