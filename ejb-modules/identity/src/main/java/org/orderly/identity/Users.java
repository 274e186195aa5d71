package org.orderly.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.orderly.identity.person.Contact;
import org.orderly.identity.person.EmailAddress;
import org.orderly.identity.person.InvoicePermission;
import org.orderly.identity.person.UnknownUser;
import org.orderly.identity.person.UserProfile;
import org.orderly.kernel.UserId;

/**
 * What other modules may ask about users.
 *
 * <p>Only reads. Ask before opening a transaction: these queries join one that is open, and with it
 * the identity database.
 */
@ApplicationScoped
public class Users {

  private final UserRepository users;
  private final ContactQueries contactQueries;

  @Inject
  Users(UserRepository users, ContactQueries contactQueries) {
    this.users = users;
    this.contactQueries = contactQueries;
  }

  /**
   * @throws UnknownUser if there is no such user
   */
  public UserProfile profile(UserId id) {
    return find(id).orElseThrow(() -> new UnknownUser(id));
  }

  /** A user who may be gone. */
  public Optional<UserProfile> find(UserId id) {
    return users.find(id).map(User::profile);
  }

  /**
   * Whether a user may pay by invoice, if an admin has decided that; the rule if the user is gone.
   */
  public InvoicePermission invoicePermission(UserId id) {
    return users.find(id).map(User::invoicePermission).orElse(InvoicePermission.DEFAULT);
  }

  /** Where to reach a user; empty if the user is gone. */
  public Optional<Contact> contact(UserId id) {
    return Optional.ofNullable(contacts(Set.of(id)).get(id));
  }

  /** Where to reach users: those of them who are not gone. */
  public Map<UserId, Contact> contacts(Collection<UserId> ids) {
    return ids.isEmpty() ? Map.of() : contactQueries.of(ids);
  }

  /** The addresses of those who are not gone. */
  public Map<UserId, String> emails(Collection<UserId> ids) {
    return ids.isEmpty() ? Map.of() : users.emails(ids);
  }

  /** Everybody who looks after the shop. */
  public List<Contact> admins() {
    return users.admins().stream().map(User::contact).toList();
  }

  /** The user of an e-mail address, however it is typed. */
  public Optional<UserProfile> withEmail(String email) {
    return users.findByEmail(EmailAddress.normalise(email)).map(User::profile);
  }
}
