package org.orderly.web.edge;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Limits the responses that clients leave unread. An answer waits for its client in the server's
 * memory, not on a thread; so a client that sends further requests without reading is cut off, as
 * is one that takes nothing at all, and whoever has most unread when all of it together gets too
 * much.
 */
final class UnreadResponses {

  /** A client that waits for its answer before the next request has none of this. */
  static final int AT_NEXT_REQUEST = 64 << 10;

  static final int EACH_SITE = 4 << 20;
  static final int ALL = 64 << 20;
  static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final int connectionsEach;
  private final Map<ClientConnection, Progress> open = new ConcurrentHashMap<>();
  private final Map<String, Set<ClientConnection>> bySite = new ConcurrentHashMap<>();

  /** What was unread when the client last took something, and when that was. */
  private record Progress(String site, int unread, long since) {

    Progress with(int nowUnread, long moment) {
      return new Progress(site, nowUnread, moment);
    }
  }

  /**
   * @param connectionsEach how many connections a site may have open; 0 for any number
   */
  UnreadResponses(int connectionsEach) {
    this.connectionsEach = connectionsEach;
  }

  /** Takes note of a connection, or ends it if its site has as many as it may. */
  void opened(ClientConnection connection, long now) {
    if (!open.containsKey(connection) && !isOneOfItsSites(connection, now)) {
      connection.end();
    }
  }

  private synchronized boolean isOneOfItsSites(ClientConnection connection, long now) {
    String site = connection.site();
    open.put(connection, new Progress(site, 0, now));
    Set<ClientConnection> ofSite =
        bySite.computeIfAbsent(site, first -> ConcurrentHashMap.newKeySet());
    ofSite.add(connection);
    return connectionsEach == 0 || ofSite.size() <= connectionsEach || connection.isProxied();
  }

  /** One that is closed has no address any more. */
  synchronized void closed(ClientConnection connection) {
    Progress known = open.remove(connection);
    if (known != null) {
      Set<ClientConnection> ofSite = bySite.get(known.site());
      ofSite.remove(connection);
      if (ofSite.isEmpty()) {
        bySite.remove(known.site());
      }
    }
  }

  /** Whether a request of this connection is to be answered; if not, the connection has ended. */
  boolean admits(ClientConnection connection) {
    boolean admitted =
        connection.unread() <= AT_NEXT_REQUEST
            && (connection.isProxied()
                || unread(bySite.getOrDefault(connection.site(), Set.of())) <= EACH_SITE);
    if (!admitted) {
      connection.end();
    }
    return admitted;
  }

  /** Ends whom nobody waits for any longer. */
  void sweep(long now) {
    open.forEach((connection, progress) -> sweep(connection, progress, now));
    long all = unread(open.keySet());
    if (all > ALL) {
      List<ClientConnection> most =
          open.keySet().stream()
              .sorted(Comparator.comparingInt(ClientConnection::unread).reversed())
              .toList();
      for (ClientConnection connection : most) {
        if (all <= ALL / 2) {
          break;
        }
        all -= connection.unread();
        connection.end();
      }
    }
  }

  private void sweep(ClientConnection connection, Progress progress, long now) {
    int unread = connection.unread();
    if (unread == 0 || unread < progress.unread()) {
      open.replace(connection, progress.with(unread, now));
    } else if (now - progress.since() > PATIENCE_NANOS) {
      connection.end();
    } else if (unread > progress.unread()) {
      open.replace(connection, progress.with(unread, progress.since()));
    }
  }

  private static long unread(Collection<ClientConnection> connections) {
    return connections.stream().mapToLong(ClientConnection::unread).sum();
  }
}
