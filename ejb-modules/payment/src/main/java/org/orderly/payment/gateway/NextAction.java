package org.orderly.payment.gateway;

import java.net.URI;

/**
 * A step that a buyer must take before the money may be reserved, such as proving to be the card's
 * owner.
 *
 * @param url a page to go to; {@code null} if there is only a secret
 * @param clientSecret for the gateway's own program in the buyer's browser; {@code null} if there
 *     is only a page
 */
public record NextAction(URI url, String clientSecret) {

  /** Without the secret, which belongs in no log. */
  @Override
  public String toString() {
    return "NextAction[" + url + "]";
  }
}
