package org.orderly.tests.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;

/** An OpenID Connect provider on this machine, which the shop under test knows as {@code mock}. */
public final class TestProvider {

  private static final String CLIENT = "orderly-shop";
  private static final int PORT = freePort();
  private static MockOAuth2Server server;

  private TestProvider() {}

  public static Map<String, String> environment() {
    return Map.of(
        "ORDERLY_OIDC_MOCK_ISSUER",
        "http://127.0.0.1:" + PORT + "/mock",
        "ORDERLY_OIDC_MOCK_CLIENT_ID",
        CLIENT,
        "ORDERLY_OIDC_MOCK_CLIENT_SECRET",
        "a secret: with signs+");
  }

  public static void start() {
    server = new MockOAuth2Server(new OAuth2Config());
    try {
      server.start(InetAddress.getByName("127.0.0.1"), PORT);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  public static void stop() {
    server.shutdown();
  }

  /** What the next token says of the person. */
  public static void says(String subject, Map<String, Object> claims) {
    server.enqueueCallback(
        new DefaultOAuth2TokenCallback("mock", subject, "JWT", List.of(CLIENT), claims, 600));
  }

  public static Map<String, Object> person(String email, boolean verified) {
    Map<String, Object> claims = new HashMap<>();
    claims.put("email", email);
    claims.put("email_verified", verified);
    claims.put("name", "Grace Hopper");
    return claims;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
