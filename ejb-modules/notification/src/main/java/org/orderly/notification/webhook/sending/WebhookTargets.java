package org.orderly.notification.webhook.sending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orderly.kernel.Network;

/**
 * Decides where webhooks may lead: to public addresses over TLS, and to those private hosts and
 * networks that {@code ORDERLY_WEBHOOK_ALLOW_PRIVATE} names.
 */
@ApplicationScoped
public class WebhookTargets {

  private final TreeSet<String> hosts = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  private final List<Network> networks = new ArrayList<>();

  /**
   * @param allowed names, addresses and networks (CIDR), with commas between
   * @throws IllegalArgumentException if one of them is none of these
   */
  @Inject
  WebhookTargets(@ConfigProperty(name = "orderly.webhook.allow.private") Optional<String> allowed) {
    for (String each : allowed.orElse("").split(",")) {
      String text = each.strip();
      if (text.matches("[A-Za-z][A-Za-z0-9.-]*")) {
        hosts.add(text);
      } else if (!text.isEmpty()) {
        networks.add(Network.parse(text));
      }
    }
  }

  /**
   * Checks an address that an admin gives. A name that nobody knows today is let through, since
   * each delivery looks again.
   *
   * @throws TargetRefused if nothing would be sent there
   */
  public void admit(TargetUrl url) {
    List<InetAddress> found = List.of();
    try {
      found = List.of(addresses(url.host()));
    } catch (UnknownHostException e) {
      // looked up again before each attempt
    }
    boolean ours =
        hosts.contains(url.host()) || !found.isEmpty() && found.stream().allMatch(this::isOurs);
    if (url.isPlainHttp() && !ours) {
      throw new TargetRefused("must begin with https://");
    }
  }

  /**
   * Every address of a host, none of which is closed; whoever connects does so to these and looks
   * nothing up again.
   *
   * @throws TargetRefused if one of them is neither public nor allowed
   * @throws UnknownHostException if there is none
   */
  InetAddress[] addresses(String host) throws UnknownHostException {
    InetAddress[] found = InetAddress.getAllByName(host);
    boolean open =
        hosts.contains(host)
            || Arrays.stream(found).allMatch(each -> AddressRules.isPublic(each) || isOurs(each));
    if (!open) {
      throw new TargetRefused("leads into a private network");
    }
    return found;
  }

  private boolean isOurs(InetAddress address) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }
}
