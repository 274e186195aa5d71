package org.orderly.identity.apiclient;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What an API client gets for its secret, in the words of RFC 6749, 5.1.
 *
 * @param accessToken a signed JWT, sent with every request
 * @param tokenType how to send it (RFC 6750)
 * @param expiresIn seconds until it is no longer accepted
 * @param scope what it is good for, separated by spaces
 */
public record TokenGrant(
    @JsonProperty("access_token") String accessToken,
    @JsonProperty("token_type") String tokenType,
    @JsonProperty("expires_in") long expiresIn,
    @JsonProperty("scope") String scope) {

  /** Keeps the token out of logs. */
  @Override
  public String toString() {
    return "TokenGrant[scope=" + scope + "]";
  }
}
