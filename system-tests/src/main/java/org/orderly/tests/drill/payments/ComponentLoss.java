package org.orderly.tests.drill.payments;

import org.orderly.server.component.Component;

/** What goes wrong in a round. */
enum ComponentLoss {
  GATEWAY("gateway killed", Component.SANDBOX, true),
  PAYMENT("payment db killed", Component.postgres("payment"), true),
  ORDERING("ordering db killed", Component.POSTGRES, true),
  BROKER("broker killed", Component.BROKER, true),
  INSTANCE("instance killed", Component.SERVER, true),
  GATEWAY_STOPPED("gateway stopped", Component.SANDBOX, false),
  INSTANCE_STOPPED("instance stopped", Component.SERVER, false);

  private final String title;
  private final Component component;
  private final boolean kill;

  ComponentLoss(String title, Component component, boolean kill) {
    this.title = title;
    this.component = component;
    this.kill = kill;
  }

  String title() {
    return title;
  }

  Component part() {
    return component;
  }

  /** Killed and started again; otherwise stopped (SIGSTOP) and let go on. */
  boolean isKill() {
    return kill;
  }
}
