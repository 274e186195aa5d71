package org.orderly.identity;

import org.orderly.kernel.DomainException;

/** The only admin cannot stop being one: nobody could undo it. */
final class LastAdmin extends DomainException {

  private static final long serialVersionUID = 1L;

  LastAdmin() {
    super(Kind.RULE_BROKEN, "last-admin", "the last admin must stay an admin");
  }
}
