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
import org.orderly.kernel.UserId;

/**
 * A person with an account.
 *
 * <p>Comes to be by registering, as a customer who accepted the terms, or as the shop's first admin
 * by configuration. An admin may give and take roles.
 */
@Entity
@Table(name = "users")
class User {

  @Id private UUID id;

  private String email;
  private String name;

  @Column(name = "password_hash")
  private String passwordHash;

  @Column(name = "terms_accepted_at")
  private Instant termsAcceptedAt;

  @Column(name = "created_at")
  private Instant createdAt;

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

  /** The admin that the shop's owner configured. */
  static User firstAdmin(EmailAddress email, String passwordHash, Clock clock) {
    User user = new User(email, PersonName.of("Administrator"), passwordHash, clock.instant());
    user.roles.add(Role.ADMIN);
    return user;
  }

  /** Makes an existing account the first admin, with the password that its owner configured. */
  void takeAdminSeat(String configuredPasswordHash) {
    passwordHash = configuredPasswordHash;
    roles.add(Role.ADMIN);
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

  Instant termsAcceptedAt() {
    return termsAcceptedAt;
  }

  UserProfile profile() {
    return new UserProfile(id(), email, name, Role.codes(roles));
  }

  Contact contact() {
    return new Contact(id(), email, name);
  }
}
