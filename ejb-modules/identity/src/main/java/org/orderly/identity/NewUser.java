package org.orderly.identity;

/**
 * What somebody typed in order to register; nothing of it is checked yet.
 *
 * @param acceptTerms whether they accept the terms of the shop
 */
public record NewUser(String email, String password, String name, boolean acceptTerms) {

  /** Keeps the password out of logs. */
  @Override
  public String toString() {
    return "NewUser[email=" + email + "]";
  }
}
