package org.orderly.platform.request;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/**
 * The request or job that the current thread works for: a request, or the shop itself.
 *
 * <p>Bound to the thread by the edge for as long as it serves the request, so that whoever notes
 * what was done need not be told by everybody on the way.
 *
 * @param actor who is signed in: a user's id, a machine's client id, {@code anonymous}, or {@code
 *     system}
 * @param address of the client, as far as it can be trusted; empty for the shop itself
 * @param requestId as in {@code X-Request-Id}; empty for the shop itself
 * @param device what the client says it is (User-Agent), at most 200 characters
 */
public record RequestContext(String actor, String address, String requestId, String device) {

  public static final String ANONYMOUS = "anonymous";

  private static final int IPV6_BYTES = 16;
  private static final RequestContext SYSTEM = new RequestContext("system", "", "", "");
  private static final ThreadLocal<RequestContext> CURRENT = new ThreadLocal<>();

  /** Of the request that this thread serves; the shop's own if it serves none. */
  public static RequestContext current() {
    RequestContext requestContext = CURRENT.get();
    return requestContext == null ? SYSTEM : requestContext;
  }

  /** Binds a request to this thread; it must be {@link #leave left} however it ends. */
  public static void enter(RequestContext requestContext) {
    CURRENT.set(requestContext);
  }

  public static void leave() {
    CURRENT.remove();
  }

  /**
   * Whom the address stands for: an IPv4 for itself, an IPv6 for its first 64 bits, since every
   * site has that many addresses to change between (RFC 6177).
   */
  public String site() {
    return site(address);
  }

  /** As {@link #site()}, of an address as it is written. */
  public static String site(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    try {
      // a text with a colon is never looked up as a host's name
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return bytes.length == IPV6_BYTES
          ? HexFormat.of().formatHex(bytes, 0, IPV6_BYTES / 2) + "/64"
          : address;
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
