package org.orderly.web.integration;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.orderly.identity.apiclient.GrantRefused;
import org.orderly.identity.apiclient.GrantRefused.Reason;

/**
 * How an API client says who it is: by HTTP Basic or in the form (RFC 6749, 2.3.1), not by both.
 */
record ClientCredentials(String id, String secret) {

  private static final String BASIC = "basic ";

  /**
   * @throws GrantRefused if there are none, or they cannot be read
   */
  static ClientCredentials of(String authorization, MultivaluedMap<String, String> form) {
    String id = TokenResource.single(form, "client_id");
    String secret = TokenResource.single(form, "client_secret");
    if (authorization == null) {
      if (id == null || secret == null) {
        throw unreadable("client credentials are missing");
      }
      return new ClientCredentials(id, secret);
    }
    if (secret != null) {
      throw new GrantRefused(Reason.INVALID_REQUEST, "client credentials are sent twice");
    }
    ClientCredentials basic = basic(authorization);
    if (id != null && !id.equals(basic.id)) {
      throw new GrantRefused(Reason.INVALID_REQUEST, "client_id differs from the credentials");
    }
    return basic;
  }

  private static ClientCredentials basic(String authorization) {
    if (!authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      throw unreadable("clients authenticate by HTTP Basic or in the form");
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(authorization.substring(BASIC.length()).strip());
      String[] parts = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
      if (parts.length == 2) {
        return new ClientCredentials(unescaped(parts[0]), unescaped(parts[1]));
      }
    } catch (IllegalArgumentException e) {
      // said below, like credentials without a colon
    }
    throw unreadable("the credentials cannot be read");
  }

  private static String unescaped(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static GrantRefused unreadable(String message) {
    return new GrantRefused(Reason.INVALID_CLIENT, message);
  }

  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "ClientCredentials[id=" + id + "]";
  }
}
