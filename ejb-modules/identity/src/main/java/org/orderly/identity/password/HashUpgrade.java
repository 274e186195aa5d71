package org.orderly.identity.password;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Replaces outdated hashes of passwords that were just proved right. */
@ApplicationScoped
class HashUpgrade {

  private final PasswordHashRepository hashes;

  @Inject
  HashUpgrade(PasswordHashRepository hashes) {
    this.hashes = hashes;
  }

  /**
   * Replaces the hash unless it has been changed meanwhile, in a transaction of its own. The
   * password stays the same, so that sessions go on.
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void replace(Credentials old, String current) {
    hashes.replace(old, current);
  }
}
