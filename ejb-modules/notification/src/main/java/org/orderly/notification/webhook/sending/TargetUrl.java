package org.orderly.notification.webhook.sending;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.orderly.kernel.Network;

/**
 * Where a webhook leads: an absolute address of HTTP, with nothing in it that two readers could
 * take for two things.
 *
 * @param host in lower case; an IPv6 literal without its brackets
 */
public record TargetUrl(URI uri, String host) {

  static final int MAX_LENGTH = 2000;

  /** A name of letters, digits and hyphens, with dots between (RFC 1123). */
  private static final Pattern NAME =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

  private static final Set<Integer> LOW_PORTS = Set.of(80, 443);
  private static final int FIRST_HIGH_PORT = 1024;
  private static final int LAST_PORT = 65_535;

  /**
   * @throws TargetRefused for all that is no such address, with the reason
   */
  public static TargetUrl parse(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new TargetRefused("is longer than " + MAX_LENGTH + " characters");
    }
    URI uri = uri(text);
    require(isHttp(uri), "must begin with https://");
    require(uri.getHost() != null && uri.getRawUserInfo() == null, "must name a host, and no user");
    require(uri.getRawFragment() == null, "must have no fragment");
    require(isDecentPort(uri.getPort()), "must have port 443, 80, or one from 1024 on");
    String host = uri.getHost().toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "");
    require(isNameOrAddress(host), "must name its host by a plain name or a plain address");
    return new TargetUrl(uri, host);
  }

  boolean isPlainHttp() {
    return uri.getScheme().equalsIgnoreCase("http");
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new TargetRefused("is not an address");
    }
  }

  private static boolean isHttp(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
  }

  private static boolean isDecentPort(int port) {
    return port == -1 || LOW_PORTS.contains(port) || port >= FIRST_HIGH_PORT && port <= LAST_PORT;
  }

  /** A last part that is a number makes a name some readers' address: 127.1, 0x7f.1, 2130706433. */
  private static boolean isNameOrAddress(String host) {
    return NAME.matcher(host).matches() && host.length() <= 253
        || Network.address(host).isPresent();
  }

  private static void require(boolean met, String otherwise) {
    if (!met) {
      throw new TargetRefused(otherwise);
    }
  }
}
