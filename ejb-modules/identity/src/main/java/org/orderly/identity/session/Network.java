package org.orderly.identity.session;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** What one party on the network has: an IPv4 address, or the 64-bit prefix of an IPv6 one. */
record Network(String name) {

  private static final int PREFIX_BYTES = 8;

  static Network of(String address) {
    if (!address.contains(":")) {
      return new Network(address);
    }
    try {
      // a text with a colon is never looked up as a host's name
      InetAddress parsed = InetAddress.getByName(address);
      return parsed instanceof Inet6Address six ? prefix(six) : of(parsed.getHostAddress());
    } catch (UnknownHostException e) {
      return new Network(address);
    }
  }

  private static Network prefix(Inet6Address address) {
    byte[] prefix = Arrays.copyOf(address.getAddress(), PREFIX_BYTES);
    return new Network(HexFormat.of().formatHex(prefix) + "/64");
  }
}
