package org.orderly.web;

/** The roles that a token's groups may hold. */
final class Roles {

  static final String CUSTOMER = "customer";
  static final String VENDOR = "vendor";
  static final String ADMIN = "admin";

  /** Of tokens that stand for no person: see {@link Scopes}. */
  static final String MACHINE = "machine";

  private Roles() {}
}
