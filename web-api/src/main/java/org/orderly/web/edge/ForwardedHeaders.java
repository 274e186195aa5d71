package org.orderly.web.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/**
 * What the forwarded headers of proxies say of a request: from whom each had it, the last one's
 * word last, and by which scheme the last one had it.
 *
 * @param from as written, the client's own claims included; nothing of it is checked yet
 * @param scheme {@code http}, {@code https}, anything else, or {@code null} if untold
 */
record ForwardedHeaders(List<String> from, String scheme) {

  private static final ForwardedHeaders NONE = new ForwardedHeaders(List.of(), null);

  /**
   * From {@code X-Forwarded-For} and {@code -Proto}, or from {@code Forwarded} (RFC 7239).
   *
   * <p>A proxy that writes one of them may let the other through as the client made it up. Where
   * both are there and differ, neither is believed.
   */
  static ForwardedHeaders of(HttpServletRequest request) {
    List<String> customary = all(request.getHeaders("X-Forwarded-For"), ForwardedHeaders::split);
    List<String> schemes = all(request.getHeaders("X-Forwarded-Proto"), ForwardedHeaders::split);
    ForwardedHeaders ours = new ForwardedHeaders(customary, lowerCase(last(schemes)));
    List<String> elements = all(request.getHeaders("Forwarded"), line -> unquoted(line, ','));
    if (elements.isEmpty()) {
      return ours;
    }
    ForwardedHeaders standard =
        new ForwardedHeaders(
            elements.stream().map(element -> parameter(element, "for")).toList(),
            lowerCase(parameter(elements.get(elements.size() - 1), "proto")));
    boolean alone = customary.isEmpty() && schemes.isEmpty();
    return alone || standard.agreesWith(ours) ? standard : NONE;
  }

  private boolean agreesWith(ForwardedHeaders other) {
    return from.equals(other.from) && Objects.equals(scheme, other.scheme);
  }

  private static String parameter(String element, String name) {
    for (String pair : unquoted(element, ';')) {
      int equals = pair.indexOf('=');
      if (equals > 0 && pair.substring(0, equals).strip().equalsIgnoreCase(name)) {
        return pair.substring(equals + 1).replace("\"", "").strip();
      }
    }
    return "";
  }

  private static List<String> all(
      Enumeration<String> lines, Function<String, List<String>> entries) {
    List<String> all = new ArrayList<>();
    while (lines.hasMoreElements()) {
      all.addAll(entries.apply(lines.nextElement()));
    }
    return all;
  }

  private static List<String> split(String line) {
    return Arrays.stream(line.split(",")).map(String::strip).toList();
  }

  /** Splits where the separator does not stand between quotes. */
  private static List<String> unquoted(String line, char separator) {
    List<String> parts = new ArrayList<>();
    int begin = 0;
    boolean quoted = false;
    for (int at = 0; at < line.length(); at++) {
      quoted ^= line.charAt(at) == '"';
      if (line.charAt(at) == separator && !quoted) {
        parts.add(line.substring(begin, at).strip());
        begin = at + 1;
      }
    }
    parts.add(line.substring(begin).strip());
    return parts;
  }

  private static String last(List<String> list) {
    return list.isEmpty() ? null : list.get(list.size() - 1);
  }

  private static String lowerCase(String scheme) {
    return scheme == null || scheme.isEmpty() ? null : scheme.toLowerCase(Locale.ROOT);
  }
}
