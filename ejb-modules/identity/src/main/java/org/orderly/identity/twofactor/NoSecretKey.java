package org.orderly.identity.twofactor;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.DomainException;

/** Second factors can be neither kept nor checked; who has one is not let in without. */
final class NoSecretKey extends DomainException {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = Logger.getLogger(NoSecretKey.class.getName());

  /**
   * @param reason for the log; callers learn only that it does not work now
   */
  NoSecretKey(@Nullable String reason, Throwable cause) {
    super(Kind.UNAVAILABLE, "second-factor-unavailable", "second factors cannot be checked now");
    initCause(cause);
    LOG.log(Level.SEVERE, () -> "second factors do not work: " + reason);
  }
}
