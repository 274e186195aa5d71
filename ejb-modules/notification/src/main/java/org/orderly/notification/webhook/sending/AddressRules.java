package org.orderly.notification.webhook.sending;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.orderly.kernel.Network;

/**
 * Which addresses are the public's: those that anybody could reach from anywhere.
 *
 * <p>Of IPv4 all but what the registry of special purposes holds (RFC 6890 and its followers); of
 * IPv6 only global unicast (RFC 4291) less what in it is documentation, a protocol's own, or a
 * disguise of IPv4. An IPv4 address mapped into IPv6 is an IPv4 address to the platform already.
 */
final class AddressRules {

  private static final List<Network> CLOSED_IPV4 =
      networks(
          "0.0.0.0/8", // this network
          "10.0.0.0/8", // private
          "100.64.0.0/10", // shared by carriers (CGNAT)
          "127.0.0.0/8", // loopback
          "169.254.0.0/16", // link-local, and where clouds tell secrets
          "172.16.0.0/12", // private
          "192.0.0.0/24", // protocols
          "192.0.2.0/24", // documentation
          "192.88.99.0/24", // 6to4 relays
          "192.168.0.0/16", // private
          "198.18.0.0/15", // benchmarks
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/4", // multicast
          "240.0.0.0/4"); // reserved, and broadcast

  private static final Network GLOBAL_IPV6 = Network.parse("2000::/3");

  private static final List<Network> CLOSED_IPV6 =
      networks(
          "2001::/23", // protocols, Teredo among them
          "2001:db8::/32", // documentation
          "2002::/16", // 6to4, which holds an IPv4 address
          "3fff::/20"); // documentation

  private AddressRules() {}

  static boolean isPublic(InetAddress address) {
    if (address instanceof Inet4Address) {
      return CLOSED_IPV4.stream().noneMatch(network -> network.contains(address));
    }
    return GLOBAL_IPV6.contains(address)
        && CLOSED_IPV6.stream().noneMatch(network -> network.contains(address));
  }

  private static List<Network> networks(String... texts) {
    return Stream.of(texts).map(Network::parse).toList();
  }
}
