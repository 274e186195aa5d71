package org.orderly.kernel;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of addresses in CIDR form (RFC 4632, RFC 4291), such as {@code 10.0.0.0/8}; one address
 * alone is a range too.
 */
public record Network(InetAddress address, int bits) {

  private static final String BYTE = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern IPV4 = Pattern.compile("(" + BYTE + "\\.){3}" + BYTE);
  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");
  private static final Pattern BITS = Pattern.compile("\\d{1,3}");

  /**
   * @throws IllegalArgumentException if it is no address with or without a number of bits
   */
  public static Network parse(String text) {
    String[] parts = text.strip().split("/", -1);
    Optional<InetAddress> address = address(parts[0]);
    if (address.isEmpty() || parts.length > 2) {
      throw new IllegalArgumentException("\"" + text + "\" is no address and no network");
    }
    int all = address.get().getAddress().length * Byte.SIZE;
    boolean fits = parts.length == 1 || BITS.matcher(parts[1]).matches();
    int bits = parts.length == 1 || !fits ? all : Integer.parseInt(parts[1]);
    if (!fits || bits > all) {
      throw new IllegalArgumentException("\"" + text + "\" has no number of bits that fits");
    }
    return new Network(address.get(), bits);
  }

  /** Reads a literal; a name is none, and is never looked up. An IPv4 in IPv6 form is an IPv4. */
  public static Optional<InetAddress> address(String literal) {
    boolean isLiteral =
        IPV4.matcher(literal).matches()
            || literal.indexOf(':') >= 0 && IPV6.matcher(literal).matches();
    try {
      return isLiteral ? Optional.of(InetAddress.getByName(literal)) : Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  public boolean contains(InetAddress other) {
    byte[] ours = address.getAddress();
    byte[] theirs = other.getAddress();
    if (ours.length != theirs.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit += Byte.SIZE) {
      int mask = 0xff << Math.max(0, Byte.SIZE - (bits - bit));
      if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask & 0xff) != 0) {
        return false;
      }
    }
    return true;
  }
}
