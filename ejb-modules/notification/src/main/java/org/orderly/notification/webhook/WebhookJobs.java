package org.orderly.notification.webhook;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.orderly.platform.jobs.BackgroundJob;

/** Keeps one dispatcher and a bounded number of senders running on every instance. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
class WebhookJobs {

  private static final Logger LOG = Logger.getLogger(WebhookJobs.class.getName());
  private static final int SENDERS = WebhookClient.MOST_AT_ONCE;
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration TROUBLE = Duration.ofSeconds(5);
  private static final Duration STOPPING = Duration.ofSeconds(5);
  private static final int IDLE_SECONDS = 30;

  @Inject private DeliveryQueueRepository queue;
  @Inject private WebhookSender sender;
  @Inject private FailingWebhooks failing;
  @Resource private ManagedThreadFactory threadFactory;

  private final Semaphore free = new Semaphore(SENDERS);
  private ThreadPoolExecutor senders;
  private BackgroundJob dispatcher;

  /** Public, since the EJB container finds no other. */
  public WebhookJobs() {}

  @PostConstruct
  void start() {
    senders =
        new ThreadPoolExecutor(
            SENDERS,
            SENDERS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            threadFactory);
    senders.allowCoreThreadTimeOut(true);
    dispatcher = BackgroundJob.start(threadFactory, "webhook-dispatcher", this::turn);
  }

  /** What is under way is cut off; its claim runs out and another instance sends it again. */
  @PreDestroy
  void stop() {
    dispatcher.stop(STOPPING);
    senders.shutdownNow();
  }

  private void turn(BackgroundJob self) throws InterruptedException {
    free.acquire();
    int room = 1 + free.drainPermits();
    List<ClaimedDelivery> claimed = List.of();
    try {
      claimed = queue.claim(room);
    } catch (RuntimeException e) {
      if (!self.isStopping()) {
        LOG.log(Level.WARNING, e, () -> "webhooks wait: " + e.getMessage());
        Thread.sleep(TROUBLE.toMillis());
      }
    } finally {
      free.release(room - claimed.size());
    }
    claimed.forEach(delivery -> senders.execute(() -> send(delivery)));
    if (claimed.isEmpty()) {
      queue.await(POLL);
    }
  }

  private void send(ClaimedDelivery delivery) {
    try {
      if (sender.attempt(delivery)) {
        failing.pause(delivery.webhookId());
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "a delivery comes again: " + e.getMessage());
    } finally {
      free.release();
      queue.ring();
    }
  }
}
