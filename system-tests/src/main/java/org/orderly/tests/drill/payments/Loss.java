package org.orderly.tests.drill.payments;

import org.orderly.server.Part;

/** What goes wrong in a round. */
enum Loss {
  GATEWAY("gateway killed", Part.SANDBOX, true),
  PAYMENT("payment db killed", Part.postgres("payment"), true),
  ORDERING("ordering db killed", Part.POSTGRES, true),
  BROKER("broker killed", Part.BROKER, true),
  INSTANCE("instance killed", Part.SERVER, true),
  GATEWAY_STOPPED("gateway stopped", Part.SANDBOX, false),
  INSTANCE_STOPPED("instance stopped", Part.SERVER, false);

  private final String title;
  private final Part part;
  private final boolean kill;

  Loss(String title, Part part, boolean kill) {
    this.title = title;
    this.part = part;
    this.kill = kill;
  }

  String title() {
    return title;
  }

  Part part() {
    return part;
  }

  /** Killed and started again; otherwise stopped (SIGSTOP) and let go on. */
  boolean isKill() {
    return kill;
  }
}
