package org.orderly.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import org.orderly.identity.audit.AuditLog;
import org.orderly.identity.event.CredentialsChanged;
import org.orderly.identity.event.UserErased;
import org.orderly.identity.password.PasswordCheck;
import org.orderly.identity.password.WrongPassword;
import org.orderly.identity.person.UnknownUser;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;
import org.orderly.platform.persistence.Transactions;
import org.orderly.platform.personal.PersonalColumns;

/**
 * Erases the personal data of users who ask for it (GDPR, article 17), as the {@linkplain
 * PersonalColumns personal columns} are declared.
 *
 * <p>The account's row stays as a pseudonym, with the proof of consents and the audit log. All
 * sessions end at once, and the other domains erase their data when {@link UserErased} reaches
 * them. The address is free for another account.
 */
@ApplicationScoped
public class Erasure {

  private final PasswordCheck passwords;
  private final Transactions transactions;
  private final UserRepository users;
  private final Event<CredentialsChanged> changes;
  private final DomainDatabase database;
  private final PersonalColumns personalColumns;
  private final Outbox outbox;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  Erasure(
      PasswordCheck passwords,
      Transactions transactions,
      UserRepository users,
      Event<CredentialsChanged> changes,
      @Domain(IdentityDatabase.DOMAIN) DomainDatabase database,
      @Domain(IdentityDatabase.DOMAIN) PersonalColumns personalColumns,
      @Domain(IdentityDatabase.DOMAIN) Outbox outbox,
      AuditLog audit,
      Clock clock) {
    this.passwords = passwords;
    this.transactions = transactions;
    this.users = users;
    this.changes = changes;
    this.database = database;
    this.personalColumns = personalColumns;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Checks the password of a user who asks for the erasure. Call it first and without a
   * transaction, since the check is slow.
   *
   * @throws WrongPassword if the password is not the user's
   */
  public void confirm(UserId user, String password) {
    passwords.confirm(user, password);
  }

  /**
   * Erases what this domain knows about a user and publishes {@link UserErased}, in one
   * transaction. Whether the caller may ask for it is checked before.
   *
   * @throws UnknownUser if there is no such user (any more)
   * @throws LastAdmin if no admin would be left
   */
  public void erase(UserId id) {
    transactions.required(
        () -> {
          users.lockAdminSeats();
          User user = users.locked(id).orElseThrow(() -> new UnknownUser(id));
          if (user.isAdmin() && users.admins().size() == 1) {
            throw new LastAdmin();
          }
          changes.fire(CredentialsChanged.everywhere(id));
          // entities that are written after the batch would bring back what it erased
          users.flush();
          SqlBatch batch = new SqlBatch();
          personalColumns.erase(batch, id);
          database.run(batch);
          user.erase(clock);
          outbox.append(new UserErased(UuidV7.next(), clock.instant(), id));
          audit.record("user.erased", id.toString(), null, null);
        });
  }
}
