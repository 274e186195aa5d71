package org.orderly.identity.link;

import java.util.Map;
import org.orderly.kernel.DomainException;

/** A mailed link is unknown, used, expired or replaced by a later one; never says which. */
public final class InvalidLink extends DomainException {

  private static final long serialVersionUID = 1L;

  public InvalidLink() {
    super(
        Kind.INVALID,
        "invalid-link",
        "the link does not work (any more); ask for a new one",
        Map.of("field", "token"));
  }
}
