package org.orderly.tests.drill;

import java.util.Locale;
import org.orderly.server.component.Component;

/**
 * A fault to inject.
 *
 * @param kind what
 * @param instance which server, from 1, where the kind is about one
 * @param aimed whether it waits from its moment on, not for long, for a transaction that is between
 *     its prepare and its commit
 * @param atMillis how long after business is under way
 * @param forMillis how long the part stays down before it is started again, or stands still
 */
record InjectedFault(Kind kind, int instance, boolean aimed, long atMillis, long forMillis) {

  enum Kind {
    INSTANCE("instance"),
    RELAY("relay's instance"),
    ORDERING("ordering db"),
    INVENTORY("inventory db"),
    PAYMENT("payment db"),
    BROKER("broker"),
    REDIS("redis"),
    GATEWAY("gateway"),
    PAUSE("pause"),
    LONG_PAUSE("long pause");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }

    boolean isPause() {
      return this == PAUSE || this == LONG_PAUSE;
    }

    boolean killsAnInstance() {
      return this == INSTANCE || this == RELAY;
    }

    boolean isAboutAnInstance() {
      return killsAnInstance() || isPause();
    }
  }

  /** Which part; of the relay's instance it shows only then which one that is. */
  Component part() {
    return switch (kind) {
      case ORDERING -> Component.POSTGRES;
      case INVENTORY -> Component.postgres("inventory");
      case PAYMENT -> Component.postgres("payment");
      case BROKER -> Component.BROKER;
      case REDIS -> Component.REDIS;
      case GATEWAY -> Component.SANDBOX;
      case INSTANCE, RELAY, PAUSE, LONG_PAUSE -> Component.server(instance);
    };
  }

  @Override
  public String toString() {
    String which = instance > 1 ? " " + instance : "";
    return String.format(
        Locale.ROOT,
        "%s%s%s at %.1f s for %.1f s",
        kind.title(),
        which,
        aimed ? " aimed" : "",
        atMillis / 1000.0,
        forMillis / 1000.0);
  }
}
