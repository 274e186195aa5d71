package org.orderly.web.edge;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.function.Predicate;
import org.glassfish.grizzly.nio.NIOConnection;
import org.orderly.platform.request.RequestContext;

/** A connection of the server's HTTP connector; two of the same connection are equal. */
record GrizzlyConnection(NIOConnection connection, String site, boolean isProxied)
    implements ClientConnection {

  static GrizzlyConnection of(NIOConnection connection, Predicate<String> isProxy) {
    String address = address(connection);
    return new GrizzlyConnection(connection, RequestContext.site(address), isProxy.test(address));
  }

  private static String address(NIOConnection connection) {
    try {
      return ((SocketChannel) connection.getChannel()).getRemoteAddress()
              instanceof InetSocketAddress internet
          ? internet.getAddress().getHostAddress()
          : "";
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public int unread() {
    return connection.getAsyncWriteQueue().spaceInBytes();
  }

  @Override
  public void end() {
    connection.terminateSilently();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GrizzlyConnection same && same.connection == connection;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(connection);
  }
}
