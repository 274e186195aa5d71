package org.orderly.identity.person;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.orderly.kernel.InvalidValue;

/** What a user may do. Tokens, the API and the database write a role in lower case. */
public enum Role {
  CUSTOMER,
  VENDOR,
  ADMIN;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a set of codes.
   *
   * @throws InvalidValue for an unknown code, or for none at all
   */
  public static Set<Role> parse(Collection<String> codes) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String code : codes) {
      roles.add(parse(code));
    }
    if (roles.isEmpty()) {
      throw new InvalidValue("roles", "must name at least one role");
    }
    return roles;
  }

  public static Set<String> codes(Collection<Role> roles) {
    Set<String> codes = new TreeSet<>();
    roles.forEach(role -> codes.add(role.code()));
    return codes;
  }

  private static Role parse(String code) {
    for (Role role : values()) {
      if (role.code().equals(code)) {
        return role;
      }
    }
    throw new InvalidValue("roles", "may hold customer, vendor and admin only");
  }
}
