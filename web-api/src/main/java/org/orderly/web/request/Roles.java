package org.orderly.web.request;

/** The roles that a token's groups may hold. */
public final class Roles {

  public static final String CUSTOMER = "customer";
  public static final String VENDOR = "vendor";
  public static final String ADMIN = "admin";

  /** Of tokens that stand for no person: see {@link Scopes}. */
  public static final String API_CLIENT = "api-client";

  private Roles() {}
}
