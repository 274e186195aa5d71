package org.orderly.identity.person;

import java.util.Map;
import org.orderly.kernel.DomainException;
import org.orderly.kernel.UserId;

/** There is no user with this id (any more). */
public final class UnknownUser extends DomainException {

  private static final long serialVersionUID = 1L;

  public UnknownUser(UserId id) {
    super(Kind.NOT_FOUND, "unknown-user", "there is no such user", Map.of("userId", id.toString()));
  }
}
