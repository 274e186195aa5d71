package org.orderly.identity.person;

import org.orderly.kernel.DomainException;

/** The user was changed since the caller read it. */
public final class ProfileEditedMeanwhile extends DomainException {

  private static final long serialVersionUID = 1L;

  public ProfileEditedMeanwhile() {
    super(Kind.CONFLICT, "edited-meanwhile", "the profile was changed meanwhile; look at it again");
  }
}
