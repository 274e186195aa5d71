package org.orderly.kernel;

/**
 * Where the work of this thread comes from: a request, or the shop itself.
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
public record Origin(String actor, String address, String requestId, String device) {

  public static final String ANONYMOUS = "anonymous";

  private static final Origin SYSTEM = new Origin("system", "", "", "");
  private static final ThreadLocal<Origin> CURRENT = new ThreadLocal<>();

  /** Of the request that this thread serves; the shop's own if it serves none. */
  public static Origin current() {
    Origin origin = CURRENT.get();
    return origin == null ? SYSTEM : origin;
  }

  /** Binds a request to this thread; it must be {@link #leave left} however it ends. */
  public static void enter(Origin origin) {
    CURRENT.set(origin);
  }

  public static void leave() {
    CURRENT.remove();
  }

  /** The same request, now that its sender is known. */
  public Origin of(String knownActor) {
    return new Origin(knownActor, address, requestId, device);
  }
}
