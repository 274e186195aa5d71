package org.orderly.identity.person;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.orderly.kernel.UserId;

/**
 * A user as the API shows them.
 *
 * @param roles in alphabetical order: {@code admin}, {@code customer}, {@code vendor}
 * @param emailVerified whether the address is known to be theirs
 * @param termsAccepted whether they have accepted the terms of the shop and its privacy notice
 * @param version another after each change; travels as the {@code ETag}
 */
public record UserProfile(
    UserId id,
    String email,
    String name,
    Set<String> roles,
    boolean emailVerified,
    boolean termsAccepted,
    @JsonIgnore int version) {

  public UserProfile {
    roles = Collections.unmodifiableSet(new TreeSet<>(roles));
  }
}
