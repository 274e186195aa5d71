package org.orderly.payment.gateway;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A step that a buyer must take before the money may be reserved, such as proving to be the card's
 * owner.
 *
 * @param url a page to go to; {@code null} if there is only a secret
 * @param clientSecret for the gateway's own program in the buyer's browser; {@code null} if there
 *     is only a page
 */
public record NextAction(@Nullable URI url, @Nullable String clientSecret) {

  /** As it is stored: {@code null} if neither is there. */
  public static @Nullable NextAction stored(@Nullable String url, @Nullable String clientSecret) {
    return url == null && clientSecret == null
        ? null
        : new NextAction(url == null ? null : URI.create(url), clientSecret);
  }

  /** The page's address as it is stored; {@code null} if there is none. */
  public static @Nullable String url(@Nullable NextAction action) {
    return action == null || action.url == null ? null : action.url.toString();
  }

  /** The secret as it is stored; {@code null} if there is none. */
  public static @Nullable String secret(@Nullable NextAction action) {
    return action == null ? null : action.clientSecret;
  }

  /** Without the secret, which belongs in no log. */
  @Override
  public String toString() {
    return "NextAction[" + url + "]";
  }
}
