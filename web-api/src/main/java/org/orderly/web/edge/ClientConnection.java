package org.orderly.web.edge;

/** A client's connection, as far as {@link UnreadResponses} needs to know it. */
interface ClientConnection {

  /** Whom it counts for: an IPv4 address, or the /64 of an IPv6 address. */
  String site();

  /** Whether it is a trusted proxy's, which stands for many clients. */
  boolean isProxied();

  /** Bytes of answers that are written but that the client has not taken yet. */
  int unread();

  /** Closes it at once, without a thread that waits for the client. */
  void end();
}
