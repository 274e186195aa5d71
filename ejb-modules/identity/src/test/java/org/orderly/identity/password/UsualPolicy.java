package org.orderly.identity.password;

/** The policy that a shop has unless it is configured otherwise, for tests of what builds on it. */
public class UsualPolicy extends PasswordPolicy {

  public UsualPolicy() {
    super(new CommonPasswords(), 12, 128);
  }
}
