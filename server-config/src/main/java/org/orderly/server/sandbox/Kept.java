package org.orderly.server.sandbox;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Something that the gateway keeps, as it stood after a change; the latest one counts. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Payment.class, name = "payment"),
  @JsonSubTypes.Type(value = Move.class, name = "move"),
  @JsonSubTypes.Type(value = Dispute.class, name = "dispute"),
  @JsonSubTypes.Type(value = Event.class, name = "event")
})
sealed interface Kept permits Payment, Move, Dispute, Event {

  String id();

  /** Milliseconds since 1970. */
  long at();
}
