package org.orderly.server;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * One program of a running Orderly. They are ordered as they are needed: who comes later needs who
 * comes before.
 *
 * @param kind what it is
 * @param name which one of its kind; empty for the one that is always there
 */
public record Part(Kind kind, String name) implements Comparable<Part> {
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

  public static final Part POSTGRES = new Part(Kind.POSTGRES, "");
  public static final Part REDIS = new Part(Kind.REDIS, "");
  public static final Part BROKER = new Part(Kind.BROKER, "");

  /** The payment gateway that moves no real money. */
  public static final Part SANDBOX = new Part(Kind.SANDBOX, "");

  /** The first instance of the server. */
  public static final Part SERVER = new Part(Kind.SERVER, "");

  private static final Comparator<Part> ORDER =
      Comparator.comparing(Part::kind).thenComparing(Part::name);

  /** The PostgreSQL server that one domain has for itself. */
  public static Part postgres(String domain) {
    return new Part(Kind.POSTGRES, domain);
  }

  /**
   * An instance of the server.
   *
   * @param number from 1
   */
  public static Part server(int number) {
    return number == 1 ? SERVER : new Part(Kind.SERVER, Integer.toString(number));
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
  static Optional<Part> ofKey(String key) {
    String[] words = key.split("-", 2);
    for (Kind kind : Kind.values()) {
      if (kind.key().equals(words[0])) {
        return Optional.of(new Part(kind, words.length == 1 ? "" : words[1]));
      }
    }
    return Optional.empty();
  }

  @Override
  public int compareTo(Part other) {
    return ORDER.compare(this, other);
  }
}
