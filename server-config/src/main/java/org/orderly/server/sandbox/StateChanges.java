package org.orderly.server.sandbox;

import java.util.ArrayList;
import java.util.List;

/** Changes the gateway's state and queues the webhook. */
final class StateChanges {
  private final GatewayState gatewayState;
  private final SandboxWebhookSender sandboxWebhookSender;

  StateChanges(GatewayState gatewayState, SandboxWebhookSender sandboxWebhookSender) {
    this.gatewayState = gatewayState;
    this.sandboxWebhookSender = sandboxWebhookSender;
  }

  /** All together, or nothing if the process dies meanwhile. */
  void make(List<SandboxEvent> told, JournalRecord... together) {
    List<JournalRecord> all = new ArrayList<>(List.of(together));
    all.addAll(told);
    gatewayState.change(all.toArray(JournalRecord[]::new));
    told.forEach(sandboxWebhookSender::send);
  }
}
