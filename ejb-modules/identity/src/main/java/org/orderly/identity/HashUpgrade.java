package org.orderly.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.orderly.identity.UserRepository.Credentials;

/** Replaces outdated hashes of passwords that were just proved right. */
@ApplicationScoped
class HashUpgrade {

  private final UserRepository users;

  @Inject
  HashUpgrade(UserRepository users) {
    this.users = users;
  }

  /**
   * Replaces the hash unless it has been changed meanwhile, in a transaction of its own. The
   * password stays the same, so that sessions go on.
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void replace(Credentials old, String current) {
    users.replaceHash(old, current);
  }
}
