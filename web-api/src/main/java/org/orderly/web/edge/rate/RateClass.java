package org.orderly.web.edge.rate;

import java.util.List;
import java.util.Set;

/**
 * Which limit an address is under.
 *
 * <p>Strict are those that check secrets or mail them, where a guess or a letter is what an
 * attacker wants many of. Pages, pictures, health, metrics, keys and the description are free: a
 * page shows dozens of pictures, and all of them cost next to nothing. So are notices of payment
 * gateways: thousands come from one address, each shows by a signature that it is genuine before
 * anything is done, and one that was lost is money that nobody looks for.
 */
enum RateClass {
  FREE,
  STANDARD,
  STRICT;

  private static final String API = "/api/";
  private static final String V1 = "/api/v1/";
  private static final String PICTURES = V1 + "pictures/";
  private static final String NOTICES = V1 + "payments/webhooks/";

  private static final List<String> SECRETS =
      List.of(
          V1 + "auth/login",
          V1 + "auth/register",
          V1 + "auth/refresh",
          V1 + "auth/password-reset",
          V1 + "auth/verify-email",
          V1 + "auth/confirm-email",
          V1 + "auth/token",
          V1 + "auth/2fa",
          V1 + "auth/oidc");

  /** Those of one's own account that ask for the password again; reading it is not among them. */
  private static final Set<String> OWN_SECRETS =
      Set.of(V1 + "users/me", V1 + "users/me/email", V1 + "users/me/password");

  static RateClass of(String method, String path) {
    if (!path.startsWith(API) || path.startsWith(PICTURES) || path.startsWith(NOTICES)) {
      return FREE;
    }
    if (SECRETS.stream().anyMatch(secret -> path.equals(secret) || path.startsWith(secret + "/"))) {
      return STRICT;
    }
    boolean reads = method.equals("GET") || method.equals("HEAD") || method.equals("PATCH");
    return OWN_SECRETS.contains(path) && !reads ? STRICT : STANDARD;
  }
}
