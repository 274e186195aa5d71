package org.orderly.identity.person;

import java.util.Locale;
import org.orderly.kernel.InvalidValue;

/**
 * Whether somebody may pay by invoice, that is, have goods reserved before any money has been
 * promised. The API and the database write it in lower case.
 */
public enum InvoicePermission {
  /** As the shop's rule for everybody says. */
  DEFAULT,
  ALLOWED,
  REFUSED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws InvalidValue for anything but a code
   */
  public static InvoicePermission parse(String code) {
    for (InvoicePermission permission : values()) {
      if (permission.code().equals(code)) {
        return permission;
      }
    }
    throw new InvalidValue("permission", "must be default, allowed or refused");
  }
}
