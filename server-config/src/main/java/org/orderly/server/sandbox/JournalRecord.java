package org.orderly.server.sandbox;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A record of the journal: something as it stood after a change; the latest one counts. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
  @JsonSubTypes.Type(value = SandboxPayment.class, name = "payment"),
  @JsonSubTypes.Type(value = SandboxTransfer.class, name = "move"),
  @JsonSubTypes.Type(value = SandboxDispute.class, name = "dispute"),
  @JsonSubTypes.Type(value = SandboxEvent.class, name = "event")
})
sealed interface JournalRecord
    permits SandboxPayment, SandboxTransfer, SandboxDispute, SandboxEvent {

  String id();

  /** Milliseconds since 1970. */
  long at();
}
