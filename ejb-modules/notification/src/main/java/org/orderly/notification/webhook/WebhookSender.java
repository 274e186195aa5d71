package org.orderly.notification.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.impl.classic.RequestFailedException;
import org.jspecify.annotations.Nullable;
import org.orderly.notification.webhook.sending.ClaimedDelivery;
import org.orderly.notification.webhook.sending.SecretsUnavailable;
import org.orderly.notification.webhook.sending.TargetRefused;
import org.orderly.notification.webhook.sending.WebhookClient;
import org.orderly.notification.webhook.sending.WebhookSecrets;

/** Makes one attempt at a delivery and writes down what came of it. */
@ApplicationScoped
class WebhookSender {

  private static final Logger LOG = Logger.getLogger(WebhookSender.class.getName());

  private final DeliveryQueueRepository queue;
  private final WebhookClient line;
  private final WebhookSecrets secrets;
  private final DeliveryRetryPolicy deliveryRetryPolicy;

  @Inject
  WebhookSender(
      DeliveryQueueRepository queue,
      WebhookClient line,
      WebhookSecrets secrets,
      DeliveryRetryPolicy deliveryRetryPolicy) {
    this.queue = queue;
    this.line = line;
    this.secrets = secrets;
    this.deliveryRetryPolicy = deliveryRetryPolicy;
  }

  /**
   * Sends a delivery that was claimed; needs to be called without a transaction.
   *
   * @return whether the endpoint has failed for so long that it should be paused
   */
  boolean attempt(ClaimedDelivery delivery) {
    try {
      int answer = line.post(delivery, openSecrets(delivery));
      if (answer >= 200 && answer < 300) {
        queue.delivered(delivery, answer);
        return false;
      }
      return failed(delivery, answer, "the answer was " + answer);
    } catch (IOException | TargetRefused | SecretsUnavailable e) {
      return failed(delivery, null, reason(e));
    }
  }

  private List<String> openSecrets(ClaimedDelivery delivery) {
    List<String> open = new ArrayList<>(2);
    open.add(secrets.open(delivery.secret(), delivery.webhookId()));
    if (delivery.oldSecret() != null) {
      open.add(secrets.open(delivery.oldSecret(), delivery.webhookId()));
    }
    return open;
  }

  private boolean failed(
      ClaimedDelivery delivery, @Nullable Integer answer, @Nullable String reason) {
    if (deliveryRetryPolicy.exhausted(delivery.attempt())) {
      queue.giveUp(delivery, answer, reason);
      LOG.warning(
          () ->
              "webhook " + delivery.webhookId() + " did not take " + delivery.id() + ": " + reason);
    } else {
      queue.retryLater(
          delivery, answer, reason, deliveryRetryPolicy.pauseAfter(delivery.attempt()));
      LOG.log(Level.FINE, () -> "webhook delivery " + delivery.id() + " has to wait: " + reason);
    }
    return queue.failsForLongerThan(deliveryRetryPolicy.patience(), delivery.webhookId());
  }

  /** In words of ours, since those of others may tell what is behind an address. */
  private static @Nullable String reason(Exception failure) {
    if (failure instanceof TargetRefused || failure instanceof SecretsUnavailable) {
      return failure.getMessage();
    }
    if (failure instanceof UnknownHostException) {
      return "the host's name is unknown";
    }
    if (failure instanceof SSLException) {
      return "no trusted connection could be made";
    }
    if (failure instanceof InterruptedIOException || failure instanceof RequestFailedException) {
      return "no answer came in time";
    }
    return "the connection failed (" + failure.getClass().getSimpleName() + ")";
  }
}
