package org.orderly.logging;

import java.util.Map;

/** What every line of this thread tells besides its message, for as long as it serves a request. */
public final class LogContext {

  private static final ThreadLocal<Map<String, ?>> CURRENT = new ThreadLocal<>();

  private LogContext() {}

  /** Binds fields to this thread; they must be {@link #leave left} however the request ends. */
  public static void enter(Map<String, ?> fields) {
    CURRENT.set(fields);
  }

  public static void leave() {
    CURRENT.remove();
  }

  static Map<String, ?> current() {
    Map<String, ?> fields = CURRENT.get();
    return fields == null ? Map.of() : fields;
  }
}
