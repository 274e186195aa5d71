package org.orderly.identity.session;

/**
 * What a signed-in client holds.
 *
 * @param accessToken a signed JWT, sent with every request
 * @param refreshToken an opaque secret that gets the next access token
 * @param tokenType how to send the access token (RFC 6750)
 * @param expiresIn seconds until the access token is no longer accepted
 */
public record Tokens(String accessToken, String refreshToken, String tokenType, long expiresIn) {

  /** Keeps the tokens out of logs. */
  @Override
  public String toString() {
    return "Tokens[expiresIn=" + expiresIn + "]";
  }
}
