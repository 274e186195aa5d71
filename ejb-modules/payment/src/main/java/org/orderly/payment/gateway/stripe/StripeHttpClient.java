package org.orderly.payment.gateway.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.ApiException;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import com.stripe.service.V1Services;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orderly.payment.gateway.NoGatewayResponse;

/** The way to Stripe: the key, the time-outs, and which of its failures are answers. */
@ApplicationScoped
class StripeHttpClient {

  /** A card's bank may take its time. */
  private static final Duration ANSWER = Duration.ofSeconds(15);

  private final StripeTransport transport;
  private final Optional<V1Services> stripe;

  @Inject
  StripeHttpClient(
      @ConfigProperty(name = "orderly.stripe.secret.key") Optional<String> secretKey,
      @ConfigProperty(name = "orderly.stripe.api.base") Optional<String> apiBase) {
    this(secretKey, apiBase, ANSWER);
  }

  StripeHttpClient(Optional<String> secretKey, Optional<String> apiBase, Duration answer) {
    this.transport = new StripeTransport(answer);
    this.stripe = secretKey.map(key -> client(key, apiBase, transport).v1());
  }

  private static StripeClient client(
      String secretKey, Optional<String> apiBase, StripeTransport transport) {
    StripeClient.StripeClientBuilder builder =
        StripeClient.builder()
            .setApiKey(secretKey)
            .setHttpClient(transport)
            // who calls again is decided in one place, around every gateway
            .setMaxNetworkRetries(0);
    apiBase.ifPresent(builder::setApiBase);
    return builder.build();
  }

  boolean hasKey() {
    return stripe.isPresent();
  }

  @PreDestroy
  void close() {
    transport.close();
  }

  /** A question to Stripe. */
  @FunctionalInterface
  interface Question<T> {
    T ask(V1Services stripe) throws StripeException;
  }

  /**
   * Sends a request; a final refusal by Stripe is a result, not a failure.
   *
   * @param refused makes the answer of a refusal
   * @throws NoGatewayResponse if there is none, or one that may be another next time
   */
  <T> T ask(Question<T> question, Function<StripeRefusal, T> refused) {
    V1Services services =
        stripe.orElseThrow(() -> new NoGatewayResponse("ORDERLY_STRIPE_SECRET_KEY is not set"));
    try {
      return question.ask(services);
    } catch (CardException | InvalidRequestException e) {
      return refused.apply(StripeRefusal.of(e));
    } catch (ApiException e) {
      throw new NoGatewayResponse("Stripe is out of order (" + e.getStatusCode() + ")");
    } catch (StripeException e) {
      // without its message and cause: they may contain the key
      throw new NoGatewayResponse("Stripe gave no answer: " + e.getClass().getSimpleName());
    }
  }

  /**
   * @throws NoGatewayResponse also if Stripe refuses
   */
  <T> T ask(Question<T> question) {
    return ask(
        question,
        refused -> {
          throw new NoGatewayResponse("Stripe refused a question: " + refused.code());
        });
  }

  static RequestOptions named(UUID key) {
    return RequestOptions.builder().setIdempotencyKey(key.toString()).build();
  }
}
