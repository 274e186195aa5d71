package org.orderly.server.component;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * A component: one program of a running Orderly. They are ordered as they are needed: who comes
 * later needs who comes before.
 *
 * @param kind what it is
 * @param name which one of its kind; empty for the one that is always there
 */
public record Component(Kind kind, String name) implements Comparable<Component> {
  /** What a part can be. */
  public enum Kind {
    POSTGRES("PostgreSQL"),
    REDIS("Redis"),
    BROKER("Broker"),
    SANDBOX("Sandbox"),
    SERVER("Server");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    private String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static final Component POSTGRES = new Component(Kind.POSTGRES, "");
  public static final Component REDIS = new Component(Kind.REDIS, "");
  public static final Component BROKER = new Component(Kind.BROKER, "");

  /** The payment gateway that moves no real money. */
  public static final Component SANDBOX = new Component(Kind.SANDBOX, "");

  /** The first instance of the server. */
  public static final Component SERVER = new Component(Kind.SERVER, "");

  private static final Comparator<Component> ORDER =
      Comparator.comparing(Component::kind).thenComparing(Component::name);

  /** The PostgreSQL server that one domain has for itself. */
  public static Component postgres(String domain) {
    return new Component(Kind.POSTGRES, domain);
  }

  /**
   * An instance of the server.
   *
   * @param number from 1
   */
  public static Component server(int number) {
    return number == 1 ? SERVER : new Component(Kind.SERVER, Integer.toString(number));
  }

  /** The name that people see. */
  public String title() {
    return name.isEmpty() ? kind.title : kind.title + " " + name;
  }

  /** The name that files and folders have. */
  public String key() {
    return name.isEmpty() ? kind.key() : kind.key() + "-" + name;
  }

  /** The part that has this key, if it is one. */
  public static Optional<Component> ofKey(String key) {
    String[] words = key.split("-", 2);
    for (Kind kind : Kind.values()) {
      if (kind.key().equals(words[0])) {
        return Optional.of(new Component(kind, words.length == 1 ? "" : words[1]));
      }
    }
    return Optional.empty();
  }

  @Override
  public int compareTo(Component other) {
    return ORDER.compare(this, other);
  }
}
