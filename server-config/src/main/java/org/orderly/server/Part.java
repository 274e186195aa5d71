package org.orderly.server;

/** The programs that make one running Orderly. */
public enum Part {
  POSTGRES("PostgreSQL"),
  REDIS("Redis"),
  BROKER("Broker"),
  SERVER("Server");

  private final String title;

  Part(String title) {
    this.title = title;
  }

  /** The name that people see. */
  public String title() {
    return title;
  }

  /** The name that files and folders have. */
  String key() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
