package org.orderly.identity.event;

import java.util.Optional;
import java.util.UUID;
import org.orderly.kernel.UserId;

/**
 * The credentials or roles of a user changed: a new password, other roles, or no account any more.
 * Fired in the transaction that changes it; whoever keeps sessions ends them in the same.
 *
 * @param keepSession the session in which the user changed it themselves, which may go on
 */
public record CredentialsChanged(UserId user, Optional<UUID> keepSession) {

  /** Nobody's session may go on. */
  public static CredentialsChanged everywhere(UserId user) {
    return new CredentialsChanged(user, Optional.empty());
  }
}
