package org.orderly.identity.oidc;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.orderly.platform.http.ExternalHttpClient;
import org.orderly.platform.http.ExternalHttpClient.Limits;
import org.orderly.platform.http.ExternalHttpClient.Response;

/**
 * The way to providers: so many calls at once, each for so long, and none for a while once most
 * have failed. Redirections are not followed: an address that a provider names is the one.
 */
@ApplicationScoped
class OidcClient {

  private static final Logger LOG = Logger.getLogger(OidcClient.class.getName());

  static final int PAUSE_MILLIS = 10_000;

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofSeconds(4);

  /** Documents and tokens of providers have a few kilobytes. */
  private static final int MAX_BYTES = 512 * 1024;

  private static final int AT_ONCE = 8;

  /**
   * A token request must not be sent twice, so it never goes over a connection that may be gone.
   */
  private final ExternalHttpClient http =
      ExternalHttpClient.unpooled(new Limits(CONNECT, ANSWER, MAX_BYTES, AT_ONCE));

  @PreDestroy
  void close() {
    http.close();
  }

  /**
   * Sends a request that must not be sent twice; what the provider refuses is an answer, too.
   *
   * @throws IOException if there is no answer, too much of it, or the provider has failed (5xx)
   */
  @CircuitBreaker(requestVolumeThreshold = 6, failureRatio = 0.5, delay = PAUSE_MILLIS)
  @Timeout(5_000)
  @Bulkhead(AT_ONCE)
  HTTPResponse send(HTTPRequest request) throws IOException {
    Response response = http.send(outgoing(request));
    if (response.status() >= 500) {
      throw new IOException("status " + response.status());
    }
    HTTPResponse answer = new HTTPResponse(response.status());
    copyContentType(response, answer);
    answer.setBody(new String(response.body(), StandardCharsets.UTF_8));
    return answer;
  }

  private static HttpUriRequestBase outgoing(HTTPRequest request) {
    HttpUriRequestBase outgoing =
        new HttpUriRequestBase(request.getMethod().name(), request.getURI());
    outgoing.setHeader("Accept", "application/json");
    if (request.getAuthorization() != null) {
      outgoing.setHeader("Authorization", request.getAuthorization());
    }
    if (request.getBody() != null) {
      outgoing.setEntity(
          new StringEntity(
              request.getBody(),
              ContentType.create(ContentType.APPLICATION_FORM_URLENCODED.getMimeType())));
    }
    return outgoing;
  }

  /** One that cannot be read is left out; what needs it refuses the answer. */
  private static void copyContentType(Response response, HTTPResponse answer) {
    try {
      List<String> types = response.headers().get("Content-Type");
      answer.setContentType(types == null ? null : types.get(0));
    } catch (ParseException e) {
      LOG.log(Level.FINE, "unreadable Content-Type", e);
    }
  }
}
