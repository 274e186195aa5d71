package org.orderly.web.request;

/** The token of a guest's order, as a request sends it. */
public final class OrderToken {

  public static final String HEADER = "Order-Token";

  /** The parameter that links use, where a resource method reads it. */
  public static final String QUERY = "token";

  /** The request attribute with the authenticated guest. */
  static final String GUEST = OrderToken.class.getName();

  private OrderToken() {}
}
