package org.orderly.server.sandbox;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Sends webhooks to the shop until it acknowledges them, at growing intervals. */
final class SandboxWebhookSender implements AutoCloseable {
  private static final int AT_ONCE = 16;
  private static final int TRIES = 60;
  private static final long FIRST_PAUSE = 500;
  private static final long LONGEST_PAUSE = 60_000;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String NOT_THE_SECRET = "somebody-elses-secret";

  /** An event on its way; how often it failed is forgotten when the process ends. */
  private record Ticket(String event, int failures, long due) implements Delayed {
    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(due - System.currentTimeMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(due, ((Ticket) other).due);
    }
  }

  private final GatewayState gatewayState;
  private final List<URI> shop;
  private final String secret;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final DelayQueue<Ticket> queue = new DelayQueue<>();
  private final Semaphore hands = new Semaphore(AT_ONCE);
  private final Thread walk = new Thread(this::walk, "courier");

  /**
   * @param shop where notices go: the next address is tried when one fails
   */
  SandboxWebhookSender(GatewayState gatewayState, List<URI> shop, String secret) {
    this.gatewayState = gatewayState;
    this.shop = shop;
    this.secret = secret;
    gatewayState.undelivered().forEach(this::send);
  }

  void start() {
    walk.setDaemon(true);
    walk.start();
  }

  void send(SandboxEvent event) {
    queue.add(new Ticket(event.id(), 0, event.due()));
  }

  private void walk() {
    try {
      while (true) {
        Ticket ticket = queue.take();
        hands.acquire();
        bring(ticket);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void bring(Ticket ticket) {
    SandboxEvent event = gatewayState.undelivered(ticket.event()).orElse(null);
    if (event == null) {
      hands.release();
      return;
    }
    // what is told must not be lost by a crash
    gatewayState.force();
    client
        .sendAsync(request(event, ticket), HttpResponse.BodyHandlers.discarding())
        .whenComplete(
            (answer, failure) -> {
              hands.release();
              boolean heard = failure == null && answer.statusCode() / 100 == 2;
              after(event, ticket, heard || event.forged());
            });
  }

  private HttpRequest request(SandboxEvent event, Ticket ticket) {
    String key = event.forged() ? NOT_THE_SECRET : secret;
    long now = System.currentTimeMillis() / 1_000;
    return HttpRequest.newBuilder(shop.get(ticket.failures() % shop.size()))
        .timeout(PATIENCE)
        .header("Content-Type", "application/json")
        .header(SandboxSignature.HEADER, SandboxSignature.of(key, now, event.body()))
        .POST(HttpRequest.BodyPublishers.ofString(event.body()))
        .build();
  }

  private void after(SandboxEvent event, Ticket ticket, boolean heard) {
    if (heard) {
      SandboxEvent sent = event.sentOnce();
      gatewayState.change(sent);
      if (!sent.done()) {
        send(sent);
      }
    } else if (ticket.failures() < TRIES) {
      long pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE << Math.min(ticket.failures(), 20));
      long due = System.currentTimeMillis() + pause;
      queue.add(new Ticket(event.id(), ticket.failures() + 1, due));
    } else {
      System.out.println("Nobody took the notice " + event.id() + "; it is given up.");
      gatewayState.change(event.givenUp());
    }
  }

  @Override
  public void close() {
    walk.interrupt();
  }
}
