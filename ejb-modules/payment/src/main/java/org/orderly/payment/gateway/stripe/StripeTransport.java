package org.orderly.payment.gateway.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.net.HttpClient;
import com.stripe.net.HttpHeaders;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.orderly.platform.http.ExternalHttpClient;
import org.orderly.platform.http.ExternalHttpClient.Limits;
import org.orderly.platform.http.ExternalHttpClient.Response;

/** Carries the requests of Stripe's library, whose own transport reads answers of any length. */
final class StripeTransport extends HttpClient implements AutoCloseable {

  private static final Duration CONNECTION = Duration.ofSeconds(3);

  /** A hundred balance transactions with all that is expanded are some 500 KB. */
  private static final int MAX_BYTES = 8 * 1024 * 1024;

  private static final int AT_ONCE = 128;

  private final ExternalHttpClient http;

  /**
   * @param answer how long an exchange may take
   */
  StripeTransport(Duration answer) {
    this.http = ExternalHttpClient.pooled(new Limits(CONNECTION, answer, MAX_BYTES, AT_ONCE));
  }

  @Override
  public StripeResponse request(StripeRequest request) throws ApiConnectionException {
    HttpUriRequestBase carried =
        new HttpUriRequestBase(request.method().name(), URI.create(request.url().toString()));
    request
        .headers()
        .map()
        .forEach((name, values) -> values.forEach(value -> carried.addHeader(name, value)));
    carried.setHeader("User-Agent", buildUserAgentString(request));
    carried.setHeader("X-Stripe-Client-User-Agent", buildXStripeClientUserAgentString());
    if (request.content() != null) {
      carried.setEntity(
          new ByteArrayEntity(
              request.content().byteArrayContent(),
              ContentType.parse(request.content().contentType())));
      carried.removeHeaders("Content-Type");
    }
    try {
      Response answer = http.send(carried);
      return new StripeResponse(
          answer.status(),
          HttpHeaders.of(answer.headers()),
          new String(answer.body(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new ApiConnectionException("no answer from Stripe", e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
