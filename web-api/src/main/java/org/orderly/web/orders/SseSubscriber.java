package org.orderly.web.orders;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import org.orderly.identity.session.RevokedSessions;
import org.orderly.ordering.tracking.OrderSubscriber;
import org.orderly.ordering.tracking.TrackedStep;
import org.orderly.web.problem.JsonBodies;

/** Events in the form of server-sent events, for as long as the session is good. */
final class SseSubscriber implements OrderSubscriber {

  private static final Logger LOG = System.getLogger(SseSubscriber.class.getName());

  /** After which a browser comes again. */
  private static final long RECONNECT_MILLIS = 2_000;

  private final SseEventSink sink;
  private final Sse sse;
  private final UUID session;
  private final RevokedSessions revokedSessions;

  /**
   * @param session {@code null} if the token names none
   */
  SseSubscriber(SseEventSink sink, Sse sse, UUID session, RevokedSessions revokedSessions) {
    this.sink = sink;
    this.sse = sse;
    this.session = session;
    this.revokedSessions = revokedSessions;
  }

  @Override
  public boolean isOpen() {
    return !sink.isClosed() && (session == null || !revokedSessions.isDenied(session));
  }

  @Override
  public boolean tell(TrackedStep step) {
    return send(
        sse.newEventBuilder()
            .id(Integer.toString(step.step()))
            .name(step.type())
            .data(json(step))
            .build());
  }

  @Override
  public boolean beat() {
    return send(sse.newEventBuilder().reconnectDelay(RECONNECT_MILLIS).comment("here").build());
  }

  @Override
  public void close() {
    try {
      sink.close();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "the client of an order's stream had left before its end", e);
    }
  }

  /** A listener who is gone is noticed here. */
  private boolean send(OutboundSseEvent event) {
    if (!sink.isClosed()) {
      sink.send(event)
          .exceptionally(
              gone -> {
                close();
                return null;
              });
    }
    return !sink.isClosed();
  }

  private static String json(TrackedStep step) {
    try {
      return JsonBodies.MAPPER.writeValueAsString(step);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
