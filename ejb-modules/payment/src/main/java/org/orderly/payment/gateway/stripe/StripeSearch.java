package org.orderly.payment.gateway.stripe;

import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeCollection;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.PaymentIntentSearchParams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.payment.gateway.NoGatewayResponse;

/** Finds PaymentIntents again, also those whose id never reached us. */
@ApplicationScoped
class StripeSearch {

  /** Stripe's search shows what is a minute old, or an hour when it has trouble. */
  private static final Duration NOT_YET_SEARCHABLE = Duration.ofMinutes(15);

  private static final long PAGE = 100;
  private static final int MOST_PAGES = 20;

  private final StripeHttpClient line;
  private final Clock clock;

  @Inject
  StripeSearch(StripeHttpClient line, Clock clock) {
    this.line = line;
    this.clock = clock;
  }

  PaymentIntent retrieve(String reference) {
    return line.ask(stripe -> stripe.paymentIntents().retrieve(reference, withFee(), null));
  }

  Optional<PaymentIntent> find(UUID key, @Nullable String referenceOrNull) {
    if (referenceOrNull != null) {
      return line.ask(
          stripe -> Optional.of(stripe.paymentIntents().retrieve(referenceOrNull, withFee(), null)),
          StripeSearch::noneIfMissing);
    }
    return searched(key).or(() -> recent(key)).map(found -> retrieve(found.getId()));
  }

  private static Optional<PaymentIntent> noneIfMissing(StripeRefusal stripeRefusal) {
    if (stripeRefusal.is(StripeRefusal.MISSING)) {
      return Optional.empty();
    }
    throw new NoGatewayResponse("Stripe does not tell of a payment: " + stripeRefusal.code());
  }

  private static PaymentIntentRetrieveParams withFee() {
    return PaymentIntentRetrieveParams.builder().addExpand(StripeIntents.WITH_FEE).build();
  }

  private Optional<PaymentIntent> searched(UUID key) {
    PaymentIntentSearchParams params =
        PaymentIntentSearchParams.builder()
            .setQuery("metadata['" + StripeIntents.KEY + "']:'" + key + "'")
            .setLimit(1L)
            .build();
    return line.ask(
        stripe -> stripe.paymentIntents().search(params).getData().stream().findFirst());
  }

  /** The newest first, one by one: what the search does not show yet. */
  private Optional<PaymentIntent> recent(UUID key) {
    long since = clock.instant().minus(NOT_YET_SEARCHABLE).getEpochSecond();
    @Nullable String after = null;
    for (int page = 0; page < MOST_PAGES; page++) {
      StripeCollection<PaymentIntent> intents = page(since, after);
      List<PaymentIntent> found = intents.getData();
      for (PaymentIntent intent : found) {
        if (key.equals(StripeIntents.key(intent.getMetadata()))) {
          return Optional.of(intent);
        }
      }
      if (!intents.getHasMore() || found.isEmpty()) {
        return Optional.empty();
      }
      after = found.get(found.size() - 1).getId();
    }
    throw new NoGatewayResponse("Stripe has too many payments to look for one without its id");
  }

  private StripeCollection<PaymentIntent> page(long since, @Nullable String after) {
    PaymentIntentListParams params =
        PaymentIntentListParams.builder()
            .setCreated(PaymentIntentListParams.Created.builder().setGte(since).build())
            .setLimit(PAGE)
            .setStartingAfter(after)
            .build();
    return line.ask(stripe -> stripe.paymentIntents().list(params));
  }
}
