package org.orderly.identity;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orderly.identity.event.CredentialsChanged;
import org.orderly.identity.password.PasswordHashing;
import org.orderly.identity.password.PasswordPolicy;
import org.orderly.identity.password.UnacceptablePassword;
import org.orderly.identity.person.EmailAddress;
import org.orderly.identity.person.PersonName;
import org.orderly.kernel.InvalidValue;
import org.orderly.platform.persistence.Transactions;

/**
 * Creates the first admin at the start of the server, if there is no admin and the configuration
 * names one. Any number of instances may start at the same time; one of them creates the admin.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
class FirstAdmin {

  private static final Logger LOG = Logger.getLogger(FirstAdmin.class.getName());

  @Inject private UserRepository users;
  @Inject private PasswordHashing hashing;
  @Inject private PasswordPolicy policy;
  @Inject private Event<CredentialsChanged> changes;
  @Inject private Transactions transactions;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "orderly.admin.email")
  private Optional<String> email;

  @Inject
  @ConfigProperty(name = "orderly.admin.password")
  private Optional<String> password;

  /** Public, since the EJB container finds no other. */
  public FirstAdmin() {}

  FirstAdmin(UserRepository users, Event<CredentialsChanged> changes, Clock clock) {
    this.users = users;
    this.changes = changes;
    this.transactions = new Transactions();
    this.clock = clock;
  }

  @PostConstruct
  void atStart() {
    if (hasAdmin()) {
      return;
    }
    if (email.isEmpty() || password.isEmpty()) {
      LOG.warning("There is no admin: set ORDERLY_ADMIN_EMAIL and ORDERLY_ADMIN_PASSWORD");
      return;
    }
    try {
      EmailAddress address = EmailAddress.of(email.get());
      PersonName name = PersonName.of("Administrator");
      String accepted = policy.accept(password.get(), address.value(), name.value());
      if (create(address, hashing.hash(accepted))) {
        LOG.info(() -> "The first admin is " + address.value());
      }
    } catch (InvalidValue | UnacceptablePassword e) {
      LOG.severe(
          () ->
              "There is no admin: of ORDERLY_ADMIN_EMAIL and ORDERLY_ADMIN_PASSWORD, "
                  + e.getMessage());
    }
  }

  private boolean hasAdmin() {
    return !users.admins().isEmpty();
  }

  /**
   * Makes the owner of the address admin, in one transaction, unless there is an admin by now.
   *
   * <p>An existing account with the address, which somebody else may have opened, gets the
   * configured password and its sessions end: only who configured the address becomes admin.
   *
   * @return whether there was no admin yet
   */
  boolean create(EmailAddress address, String passwordHash) {
    return transactions.required(
        () -> {
          users.lockAdminSeats();
          if (hasAdmin()) {
            return false;
          }
          Optional<User> existing = users.findByEmail(address.value());
          if (existing.isPresent()) {
            existing.get().takeAdminSeat(passwordHash, clock);
            changes.fire(CredentialsChanged.everywhere(existing.get().id()));
          } else {
            users.add(User.firstAdmin(address, passwordHash, clock));
          }
          return true;
        });
  }
}
