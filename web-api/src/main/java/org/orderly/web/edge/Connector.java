package org.orderly.web.edge;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.net.StandardSocketOptions;
import java.nio.channels.Channel;
import java.nio.channels.NetworkChannel;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.ConnectionProbe;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.asyncqueue.AsyncQueueEnabledTransport;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.nio.NIOConnection;
import org.glassfish.grizzly.nio.NIOTransport;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;

/**
 * Puts limits on the server's HTTP connector that its configuration has no words for: connections
 * of one address, requests that are sent before the answer to the last ({@link PipelinedRequests}),
 * and answers that nobody reads ({@link UnreadResponses}). Lets its own refusals be problems, too
 * ({@link ConnectorErrorBodies}).
 *
 * <p>Usually the connector lets a thread wait as soon as a client leaves a few hundred kilobytes
 * unread; here an answer of up to {@link #QUEUE_BYTES} waits without one. What the machine's socket
 * buffers take counts as read, so they are bounded to {@link #SEND_BUFFER_BYTES}. On a server that
 * has another connector this does nothing but say so.
 */
@ApplicationScoped
class Connector {

  private static final Logger LOG = System.getLogger(Connector.class.getName());
  private static final int QUEUE_BYTES = 2 << 20;
  private static final int SEND_BUFFER_BYTES = 128 << 10;
  private static final int PIPELINED = 4;
  private static final long SWEEP_MILLIS = 500;
  private static final String ADMITTED = Connector.class.getName();
  private static final Attribute<PipelinedRequests> REQUESTS =
      Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(
          PipelinedRequests.class.getName(), PipelinedRequests::new);

  private final UnreadResponses unread;
  private final ClientAddress addresses;
  private final RefusalWriter refusals;
  private final AtomicReference<Object> watched = new AtomicReference<>();
  private ScheduledExecutorService sweeper;

  /**
   * @param each connections that one address may have open; trusted proxies any number
   */
  @Inject
  Connector(
      @ConfigProperty(name = "orderly.connections.per.address", defaultValue = "256") int each,
      ClientAddress addresses,
      RefusalWriter refusals) {
    this.unread = new UnreadResponses(each);
    this.addresses = addresses;
    this.refusals = refusals;
  }

  /**
   * Whether this request is to be answered; if not, its connection has ended. The last of too many
   * requests that were sent ahead is answered, and ends it as well.
   */
  boolean admits(HttpServletRequest request, HttpServletResponse response) {
    NIOConnection connection = connection(request);
    if (connection == null) {
      return true;
    }
    watch((NIOTransport) connection.getTransport());
    GrizzlyConnection client = client(connection);
    note(client);
    return connection.isOpen()
        && unread.admits(client)
        && (isKnown(request) || isInTurn(client, response));
  }

  /** An error's page is asked for by the same request again. */
  private static boolean isKnown(ServletRequest request) {
    boolean known = request.getAttribute(ADMITTED) != null;
    request.setAttribute(ADMITTED, true);
    return known;
  }

  private static boolean isInTurn(GrizzlyConnection client, HttpServletResponse response) {
    int ahead = client.isProxied() ? 0 : REQUESTS.get(client.connection()).next();
    if (ahead == PIPELINED) {
      response.setHeader("Connection", "close");
    } else if (ahead > PIPELINED) {
      client.end();
    }
    return ahead <= PIPELINED;
  }

  /** Whether the client has left, or was sent away, so that nobody is there to be answered. */
  boolean isGone(ServletRequest request) {
    NIOConnection connection = connection(request);
    return connection != null && !connection.isOpen();
  }

  private GrizzlyConnection client(NIOConnection connection) {
    return GrizzlyConnection.of(connection, addresses::isProxy);
  }

  private void note(GrizzlyConnection client) {
    unread.opened(client, System.nanoTime());
    if (!client.connection().isOpen()) {
      unread.closed(client);
    }
  }

  private void watch(NIOTransport transport) {
    if (watched.getAndSet(transport) == transport) {
      return;
    }
    ((AsyncQueueEnabledTransport) transport)
        .getAsyncQueueIO()
        .getWriter()
        .setMaxPendingBytesPerConnection(QUEUE_BYTES);
    if (transport.getProcessor() instanceof FilterChain chain) {
      transport.setProcessor(
          ConnectorErrorBodies.completedIn(RequestGate.addedTo(chain), refusals));
    }
    ConnectionProbe probe = probe();
    transport.getConnectionMonitoringConfig().addProbes(probe);
    for (Connection<?> listening : listening(transport)) {
      listening.getMonitoringConfig().addProbes(probe);
    }
    startSweeping();
  }

  private ConnectionProbe probe() {
    return new ConnectionProbe.Adapter() {
      @Override
      public void onAcceptEvent(Connection server, Connection connection) {
        note(client((NIOConnection) connection));
        bound(((NIOConnection) connection).getChannel());
      }

      @Override
      public void onReadEvent(Connection connection, Buffer data, int size) {
        REQUESTS.get(connection).read();
      }

      @Override
      public void onCloseEvent(Connection connection) {
        unread.closed(client((NIOConnection) connection));
      }
    };
  }

  private static void bound(Channel channel) {
    try {
      ((NetworkChannel) channel).setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER_BYTES);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "the client has left already", e);
    }
  }

  /** Those that listened before tell of what they accept only if they are asked themselves. */
  @SuppressWarnings("unchecked")
  private static Collection<? extends Connection<?>> listening(NIOTransport transport) {
    try {
      Field field = TCPNIOTransport.class.getDeclaredField("serverConnections");
      field.setAccessible(true);
      return List.copyOf((Collection<? extends Connection<?>>) field.get(transport));
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.log(Level.WARNING, "the number of an address's idle connections is not limited", e);
      return List.of();
    }
  }

  private synchronized void startSweeping() {
    if (sweeper == null) {
      sweeper =
          Executors.newSingleThreadScheduledExecutor(
              Thread.ofPlatform().daemon().name("unread-answers").factory());
      sweeper.scheduleWithFixedDelay(
          () -> unread.sweep(System.nanoTime()), SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  @PreDestroy
  synchronized void close() {
    if (sweeper != null) {
      sweeper.shutdownNow();
    }
  }

  /** The servlet API has no word for it; the server's own request has. */
  private NIOConnection connection(ServletRequest request) {
    ServletRequest own = request;
    while (own instanceof ServletRequestWrapper wrapper) {
      own = wrapper.getRequest();
    }
    try {
      Object ofContainer = own.getClass().getMethod("getUnwrappedCoyoteRequest").invoke(own);
      Object ofConnector = ofContainer.getClass().getMethod("getCoyoteRequest").invoke(ofContainer);
      Object context = ofConnector.getClass().getMethod("getContext").invoke(ofConnector);
      return ((FilterChainContext) context).getConnection() instanceof NIOConnection known
          ? known
          : null;
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      if (watched.compareAndSet(null, e)) {
        LOG.log(
            Level.WARNING,
            "this server's connections cannot be limited: a proxy has to keep slow readers off",
            e);
      }
      return null;
    }
  }
}
