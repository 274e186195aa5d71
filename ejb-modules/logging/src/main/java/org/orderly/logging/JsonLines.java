package org.orderly.logging;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes each record as one line of JSON: time, level, logger, thread, message, the fields of the
 * request, those that the record has as a map among its parameters, and the stack trace.
 *
 * <p>Whatever a text contains, it stays within its line and its member. Lines are bounded.
 */
public final class JsonLines extends Formatter {

  private static final int LONGEST = 16_384;

  /** The server's own connections, not those to a database, whose stacks say something. */
  private static final Pattern CLIENT_LEFT =
      Pattern.compile(
          "IOException: (?:Connection is closed|Broken pipe|Connection reset)[^\\n]*\\s+at"
              + " (?:java\\.base/)?(?:org\\.glassfish\\.grizzly|sun\\.nio\\.ch)\\."
              + "|ClientAbortException");

  @Override
  public String format(LogRecord entry) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("time", entry.getInstant().toString());
    members.put("level", entry.getLevel().getName());
    members.put("logger", entry.getLoggerName());
    members.put("thread", Thread.currentThread().getName());
    members.put("message", shown(formatMessage(entry)));
    members.putAll(LogContext.current());
    addFields(members, entry.getParameters());
    if (entry.getThrown() != null) {
      members.put("stack", shown(stack(entry.getThrown())));
    }
    return json(members);
  }

  private static void addFields(
      Map<String, @Nullable Object> members, @Nullable Object @Nullable [] parameters) {
    if (parameters != null && parameters.length == 1 && parameters[0] instanceof Map<?, ?> fields) {
      fields.forEach((name, value) -> members.put(String.valueOf(name), value));
    }
  }

  private static String stack(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  private static @Nullable String shown(@Nullable String text) {
    return text == null ? null : Secrets.masked(cut(withoutLeft(text)));
  }

  /** Where a client has left, the rest of the stack tells nothing and may be written at will. */
  private static String withoutLeft(String text) {
    return CLIENT_LEFT.matcher(text).find() ? text.lines().findFirst().orElse("") : text;
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " ...";
  }

  private static String json(Map<String, @Nullable Object> members) {
    StringBuilder line = new StringBuilder(256).append('{');
    members.forEach(
        (name, value) -> {
          if (value != null) {
            line.append(line.length() == 1 ? "" : ",");
            quote(line, name);
            line.append(':');
            if (value instanceof Number number) {
              line.append(number);
            } else {
              quote(line, value.toString());
            }
          }
        });
    return line.append("}\n").toString();
  }

  private static void quote(StringBuilder line, String text) {
    line.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> line.append("\\\"");
        case '\\' -> line.append("\\\\");
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        case '\t' -> line.append("\\t");
        default -> {
          if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029' || alone(text, i)) {
            line.append(String.format("\\u%04x", (int) c));
          } else {
            line.append(c);
          }
        }
      }
    }
    line.append('"');
  }

  /** Half of a character, which no encoding can write. */
  private static boolean alone(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}
