package org.orderly.identity;

import org.orderly.kernel.DomainException;

/** Somebody else changed the user since the caller looked. */
public final class ProfileEditedMeanwhile extends DomainException {

  private static final long serialVersionUID = 1L;

  ProfileEditedMeanwhile() {
    super(Kind.CONFLICT, "edited-meanwhile", "the profile was changed meanwhile; look at it again");
  }
}
