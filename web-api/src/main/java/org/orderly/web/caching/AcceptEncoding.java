package org.orderly.web.caching;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the {@code Accept-Encoding} header (RFC 9110, 12.5.3). */
final class AcceptEncoding {

  private AcceptEncoding() {}

  /**
   * Whether the client accepts gzip.
   *
   * @param header {@code null} if there is none
   */
  static boolean allowsGzip(@Nullable String header) {
    if (header == null) {
      return false;
    }
    boolean any = false;
    for (String coding : header.toLowerCase(Locale.ROOT).split(",")) {
      int weight = coding.indexOf(';');
      String name = (weight < 0 ? coding : coding.substring(0, weight)).strip();
      boolean refused = weight >= 0 && isZero(coding.substring(weight + 1));
      if (name.equals("gzip") || name.equals("x-gzip")) {
        return !refused;
      }
      any |= name.equals("*") && !refused;
    }
    return any;
  }

  private static boolean isZero(String parameter) {
    return parameter.strip().matches("q\\s*=\\s*0(?:\\.0{0,3})?");
  }
}
