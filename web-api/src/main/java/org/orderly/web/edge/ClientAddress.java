package org.orderly.web.edge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orderly.kernel.Network;

/**
 * Who is at the other end: the socket's word, or that of a proxy that is trusted.
 *
 * <p>From the proxy on, each hop is asked from whom it had the request for as long as it is trusted
 * itself. What clients write about themselves stands before that and is never reached; a hop that
 * says nothing sensible ends the search.
 */
@ApplicationScoped
public class ClientAddress {

  /** {@code 192.0.2.1:4711}, {@code [2001:db8::1]} and {@code [2001:db8::1]:4711}. */
  private static final Pattern WITH_PORT =
      Pattern.compile("\\[([^\\]]*)](?::\\d{1,5})?|([0-9.]+):\\d{1,5}");

  private final List<Network> trusted;

  /**
   * @param proxies addresses and networks between commas, IPv4 or IPv6; a request is secure, and
   *     has another sender, only if one of them says so
   */
  @Inject
  ClientAddress(@ConfigProperty(name = "orderly.trusted.proxies") Optional<String> proxies) {
    this.trusted =
        proxies.stream()
            .flatMap(list -> Arrays.stream(list.split(",", -1)))
            .map(Network::parse)
            .toList();
  }

  /** Reads the configuration when the application starts, so that a wrong one stops the start. */
  void open(@Observes @Initialized(ApplicationScoped.class) Object started) {}

  /** The client's address as it is written: without port, name or zone. */
  String of(HttpServletRequest request) {
    String peer = request.getRemoteAddr();
    if (trusted.isEmpty() || !isTrusted(Network.address(peer))) {
      return peer;
    }
    List<String> from = ForwardedHeaders.of(request).from();
    Optional<InetAddress> client = Network.address(peer);
    for (int hop = from.size() - 1; hop >= 0 && isTrusted(client); hop--) {
      Optional<InetAddress> before = Network.address(withoutPort(from.get(hop)));
      if (before.isEmpty()) {
        break;
      }
      client = before;
    }
    return client.orElseThrow().getHostAddress();
  }

  /** Whether the client came by https: to us, or to a trusted proxy. */
  boolean isSecure(HttpServletRequest request) {
    if (trusted.isEmpty() || !isTrusted(Network.address(request.getRemoteAddr()))) {
      return request.isSecure();
    }
    String scheme = ForwardedHeaders.of(request).scheme();
    return scheme == null ? request.isSecure() : scheme.equals("https");
  }

  /** Whether this is a trusted proxy's address, behind which there are many clients. */
  boolean isProxy(String address) {
    return !trusted.isEmpty() && isTrusted(Network.address(address));
  }

  private boolean isTrusted(Optional<InetAddress> address) {
    return address.isPresent()
        && trusted.stream().anyMatch(network -> network.contains(address.get()));
  }

  private static String withoutPort(String node) {
    var found = WITH_PORT.matcher(node);
    if (!found.matches()) {
      return node;
    }
    return found.group(1) == null ? found.group(2) : found.group(1);
  }
}
