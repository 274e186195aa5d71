package org.orderly.identity.link;

import org.orderly.identity.token.OpaqueToken;

/**
 * The secret of a link that is about to be mailed.
 *
 * @param first whether the link had none before
 */
public record LinkSecret(OpaqueToken secret, boolean first) {

  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "MintedSecret[first=" + first + "]";
  }
}
