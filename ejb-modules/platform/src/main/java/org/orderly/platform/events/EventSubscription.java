package org.orderly.platform.events;

import jakarta.jms.Message;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.orderly.kernel.DomainEvent;

/**
 * Subscription of a message-driven bean: which events it handles, and how.
 *
 * <p>The bean takes messages outside of any transaction and acknowledges them late: an event may
 * come twice, which its handler finds out by the {@link Inbox}. A failure goes on to the broker,
 * which delivers again, ten times at most.
 */
public final class EventSubscription {

  /** Activation property {@code destination}: an address, followed by the subscription's name. */
  public static final String CATALOG = "orderly.catalog.events::orderly.";

  public static final String IDENTITY = "orderly.identity.events::orderly.";
  public static final String INVENTORY = "orderly.inventory.events::orderly.";
  public static final String NOTIFICATION = "orderly.notification.events::orderly.";
  public static final String ORDERING = "orderly.ordering.events::orderly.";
  public static final String PAYMENT = "orderly.payment.events::orderly.";

  /** Gets the events of all domains. */
  public static final String WEBHOOK = "orderly.webhook.events::orderly.";

  private static final Logger LOG = Logger.getLogger(EventSubscription.class.getName());

  private final Map<String, Consumer<EventMessage>> handlers = new HashMap<>();

  /** Handles the events of a class; the simple name is the type. */
  public <T extends DomainEvent> EventSubscription on(Class<T> event, Consumer<T> handler) {
    handlers.put(event.getSimpleName(), message -> handler.accept(message.as(event)));
    return this;
  }

  /** Handles events of several types by what they have in common. */
  public EventSubscription on(Collection<String> types, Consumer<EventMessage> handler) {
    types.forEach(type -> handlers.put(type, handler));
    return this;
  }

  /**
   * Handles a message; one of another type is ignored, since publishers add types at any time.
   *
   * @throws RuntimeException if the message cannot be handled now; it is logged here, since neither
   *     the container nor the resource adapter does
   */
  public void receive(Message message) {
    receive(EventMessage.of(message));
  }

  void receive(EventMessage event) {
    Consumer<EventMessage> handler = handlers.get(event.type());
    if (handler == null) {
      LOG.fine(() -> "no handler for " + event.type());
      return;
    }
    try {
      handler.accept(event);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "an event " + event.type() + " will be delivered again");
      throw e;
    }
  }
}
