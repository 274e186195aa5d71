package org.orderly.platform.events;

import jakarta.jms.JMSException;
import java.util.ArrayList;
import java.util.List;

/** A broker that remembers what it was sent, and fails when it is told to. */
class RecordedPublisher extends EventPublisher {

  final List<String> sent = new ArrayList<>();
  boolean away;

  /** Runs after the events have arrived and before the relay knows. */
  Runnable afterArrival = () -> {};

  @Override
  void send(String topic, List<PendingEvent> events) throws JMSException {
    if (away) {
      throw new JMSException("away");
    }
    events.forEach(event -> sent.add(topic + " " + event.type() + " " + event.payload()));
    afterArrival.run();
  }
}
