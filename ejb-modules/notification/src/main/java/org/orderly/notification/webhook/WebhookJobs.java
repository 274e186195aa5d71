package org.orderly.notification.webhook;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.orderly.notification.webhook.sending.ClaimedDelivery;
import org.orderly.notification.webhook.sending.WebhookClient;
import org.orderly.platform.jobs.BackgroundJob;
import org.orderly.platform.resilience.Backoff;

/** Dispatches webhook deliveries to a bounded number of senders, on every instance. */
@ApplicationScoped
class WebhookJobs {

  private static final Logger LOG = Logger.getLogger(WebhookJobs.class.getName());
  private static final int SENDERS = WebhookClient.MOST_AT_ONCE;
  private static final int IDLE_SECONDS = 30;

  @Inject private DeliveryQueueRepository queue;
  @Inject private WebhookSender sender;
  @Inject private FailingWebhooks failing;
  @Resource private ManagedThreadFactory threadFactory;

  private final Semaphore free = new Semaphore(SENDERS);
  private ThreadPoolExecutor senders;

  @PostConstruct
  void createSenders() {
    senders =
        new ThreadPoolExecutor(
            SENDERS,
            SENDERS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            threadFactory);
    senders.allowCoreThreadTimeOut(true);
  }

  /**
   * The stop cuts deliveries off that are under way; their claim expires and another instance sends
   * them again.
   */
  @Produces
  BackgroundJob declare() {
    return BackgroundJob.named("webhook-dispatcher")
        .every(Duration.ofSeconds(1))
        .wokenBy(queue::await)
        .backsOff(Backoff.constant(Duration.ofSeconds(5)))
        .trouble("webhooks wait")
        .cleansUp(senders::shutdownNow)
        .runs(stopping -> dispatch());
  }

  /** Claims as many deliveries as there are free senders. */
  private boolean dispatch() throws InterruptedException {
    free.acquire();
    int room = 1 + free.drainPermits();
    List<ClaimedDelivery> claimed = List.of();
    try {
      claimed = queue.claim(room);
    } finally {
      free.release(room - claimed.size());
    }
    claimed.forEach(delivery -> senders.execute(() -> send(delivery)));
    return !claimed.isEmpty();
  }

  private void send(ClaimedDelivery delivery) {
    try {
      if (sender.attempt(delivery)) {
        failing.pause(delivery.webhookId());
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "a webhook delivery will be retried: " + e.getMessage());
    } finally {
      free.release();
      queue.ring();
    }
  }
}
