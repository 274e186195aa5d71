package org.orderly.identity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.orderly.identity.person.AccountView;
import org.orderly.identity.person.Contact;
import org.orderly.identity.person.EmailAddress;
import org.orderly.identity.person.InvoicePermission;
import org.orderly.identity.person.InvoicePermissionConverter;
import org.orderly.identity.person.PersonName;
import org.orderly.identity.person.Role;
import org.orderly.identity.person.RoleConverter;
import org.orderly.identity.person.UserProfile;
import org.orderly.kernel.UserId;

/**
 * A person with an account.
 *
 * <p>Comes to be by registering, as a customer who accepted the terms, as the shop's first admin by
 * configuration, or by import from another shop. Shows by a mailed link that the address is theirs.
 * An admin may give and take roles. In the end the person is erased, and the row stays as a
 * pseudonym.
 */
@Entity
@DynamicUpdate
@Table(name = "users")
class User {

  @Id private UUID id;

  private String email;
  private String name;

  @Column(name = "password_hash")
  private String passwordHash;

  @Column(name = "terms_accepted_at")
  private @Nullable Instant termsAcceptedAt;

  @Column(name = "email_verified_at")
  private @Nullable Instant emailVerifiedAt;

  @Column(name = "erased_at")
  private @Nullable Instant erasedAt;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "invoice_permission")
  @Convert(converter = InvoicePermissionConverter.class)
  private InvoicePermission invoicePermission = InvoicePermission.DEFAULT;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "user_role", joinColumns = @JoinColumn(name = "user_id"))
  @Column(name = "role")
  @Convert(converter = RoleConverter.class)
  private Set<Role> roles = new HashSet<>();

  @Version private int version;

  protected User() {}

  private User(EmailAddress email, PersonName name, String passwordHash, Instant now) {
    this.id = UserId.newId().value();
    this.email = email.value();
    this.name = name.value();
    this.passwordHash = passwordHash;
    this.createdAt = now;
    this.roles.add(Role.CUSTOMER);
  }

  /** Somebody who registers, and by that accepts the terms now. */
  static User registering(EmailAddress email, PersonName name, String passwordHash, Clock clock) {
    Instant now = clock.instant();
    User user = new User(email, name, passwordHash, now);
    user.termsAcceptedAt = now;
    return user;
  }

  /**
   * Somebody of whom an identity provider says that the address is theirs, and who was not asked to
   * accept the terms yet.
   *
   * @param nobodysHash of a password that nobody knows
   */
  static User vouchedFor(EmailAddress email, PersonName name, String nobodysHash, Clock clock) {
    User user = new User(email, name, nobodysHash, clock.instant());
    user.emailVerifiedAt = user.createdAt;
    return user;
  }

  /** The admin that the shop's owner configured, who knows whose address it is. */
  static User firstAdmin(EmailAddress email, String passwordHash, Clock clock) {
    User user = new User(email, PersonName.of("Administrator"), passwordHash, clock.instant());
    user.roles.add(Role.ADMIN);
    user.emailVerifiedAt = user.createdAt;
    return user;
  }

  /** Somebody who had an account with another shop, and accepted no terms of this one yet. */
  static User imported(
      EmailAddress email, PersonName name, String passwordHash, Set<Role> roles, Clock clock) {
    User user = new User(email, name, passwordHash, clock.instant());
    user.assign(roles);
    return user;
  }

  /** Makes an existing account the first admin, with the password that its owner configured. */
  void takeAdminSeat(String configuredPasswordHash, Clock clock) {
    passwordHash = configuredPasswordHash;
    roles.add(Role.ADMIN);
    verifyEmail(clock);
  }

  /** The address is shown to be theirs; it may have been before. */
  void verifyEmail(Clock clock) {
    if (emailVerifiedAt == null) {
      emailVerifiedAt = clock.instant();
    }
  }

  /** Accepts the terms now; false if they were accepted before. */
  boolean acceptTerms(Clock clock) {
    if (termsAcceptedAt != null) {
      return false;
    }
    termsAcceptedAt = clock.instant();
    return true;
  }

  void changePassword(String newHash) {
    passwordHash = newHash;
  }

  void rename(PersonName newName) {
    name = newName.value();
  }

  /** A new address, which its owner has confirmed. */
  void moveTo(EmailAddress newEmail, Clock clock) {
    email = newEmail.value();
    emailVerifiedAt = clock.instant();
  }

  /** Leaves a pseudonym that nobody can sign in with. */
  void erase(Clock clock) {
    email = "erased-" + id + "@erased.invalid";
    name = "erased";
    passwordHash = "$erased$";
    emailVerifiedAt = null;
    invoicePermission = InvoicePermission.DEFAULT;
    erasedAt = clock.instant();
    roles.retainAll(Set.of(Role.CUSTOMER));
  }

  void permitInvoice(InvoicePermission permission) {
    invoicePermission = permission;
  }

  InvoicePermission invoicePermission() {
    return invoicePermission;
  }

  boolean isErased() {
    return erasedAt != null;
  }

  boolean isVerified() {
    return emailVerifiedAt != null;
  }

  EmailAddress email() {
    return new EmailAddress(email);
  }

  PersonName name() {
    return new PersonName(name);
  }

  int version() {
    return version;
  }

  /** Replaces the roles and says whether that changed any. */
  boolean assign(Set<Role> newRoles) {
    boolean taken = roles.retainAll(newRoles);
    boolean given = roles.addAll(newRoles);
    return taken || given;
  }

  boolean isAdmin() {
    return roles.contains(Role.ADMIN);
  }

  UserId id() {
    return new UserId(id);
  }

  String passwordHash() {
    return passwordHash;
  }

  @Nullable Instant termsAcceptedAt() {
    return termsAcceptedAt;
  }

  UserProfile profile() {
    return new UserProfile(
        id(), email, name, Role.codes(roles), isVerified(), termsAcceptedAt != null, version);
  }

  AccountView account() {
    return new AccountView(
        id(),
        email,
        name,
        Role.codes(roles),
        isVerified(),
        isErased() ? "erased" : "active",
        invoicePermission.code(),
        createdAt);
  }

  Contact contact() {
    return new Contact(id(), email, name, isVerified());
  }
}
