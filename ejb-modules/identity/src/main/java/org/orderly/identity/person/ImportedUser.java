package org.orderly.identity.person;

import java.util.Set;

/**
 * Somebody who has an account with another shop; nothing of it is checked yet.
 *
 * @param passwordHash bcrypt or argon2id, as the other shop kept it
 * @param roles codes; empty for a customer
 * @param emailVerified whether the other shop knows the address to be theirs
 */
public record ImportedUser(
    String email, String name, String passwordHash, Set<String> roles, boolean emailVerified) {

  /** Keeps the hash out of logs. */
  @Override
  public String toString() {
    return "ImportedUser[email=" + email + "]";
  }
}
