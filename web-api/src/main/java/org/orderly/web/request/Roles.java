package org.orderly.web.request;

/** The roles of callers. */
public final class Roles {

  public static final String CUSTOMER = "customer";
  public static final String VENDOR = "vendor";
  public static final String ADMIN = "admin";

  /** Of tokens that stand for no person: see {@link Scopes}. */
  public static final String API_CLIENT = "api-client";

  /** Of whoever has the token of a guest's order; never in a bearer token. */
  public static final String GUEST = "guest";

  private Roles() {}
}
