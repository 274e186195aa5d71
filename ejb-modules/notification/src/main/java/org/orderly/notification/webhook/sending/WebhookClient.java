package org.orderly.notification.webhook.sending;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orderly.platform.http.ExternalHttpClient;

/**
 * Sends bodies to endpoints, each over a connection of its own.
 *
 * <p>The connection goes to the very addresses that {@link WebhookTargets} has just checked, so
 * that a name cannot lead elsewhere between the check and the call. What a receiver answers is
 * limited by {@link ExternalHttpClient}, and forgotten but for its status.
 */
@ApplicationScoped
public class WebhookClient {

  public static final int MOST_AT_ONCE = 16;

  private static final Duration CONNECTING = Duration.ofSeconds(5);
  private static final int READ_AT_MOST = 16 * 1024;
  private static final int LONGEST_SECONDS = 60;

  private final Clock clock;
  private final ExternalHttpClient client;

  @Inject
  WebhookClient(
      WebhookTargets targets,
      Clock clock,
      @ConfigProperty(name = "orderly.webhook.timeout.seconds", defaultValue = "10") int seconds) {
    this.clock = clock;
    Duration patience = Duration.ofSeconds(Math.max(1, Math.min(seconds, LONGEST_SECONDS)));
    this.client =
        ExternalHttpClient.resolvedBy(
            new Checked(targets),
            new ExternalHttpClient.Limits(CONNECTING, patience, READ_AT_MOST, MOST_AT_ONCE));
  }

  @PreDestroy
  void close() {
    client.close();
  }

  /**
   * Sends one body.
   *
   * @param secrets that it is signed with
   * @return the HTTP status of the answer
   * @throws IOException if none came in time, or the endpoint cannot be reached
   * @throws TargetRefused if the endpoint's name leads to an address that is closed
   */
  public int post(ClaimedDelivery delivery, List<String> secrets) throws IOException {
    byte[] body = delivery.body().getBytes(StandardCharsets.UTF_8);
    HttpPost post = new HttpPost(delivery.url());
    post.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
    post.setHeader(HttpHeaders.USER_AGENT, "Orderly-Webhooks/1");
    Instant now = clock.instant();
    String id = delivery.eventId().toString();
    post.setHeader("webhook-id", id);
    post.setHeader("webhook-timestamp", Long.toString(now.getEpochSecond()));
    post.setHeader("webhook-signature", StandardSignature.of(id, now, delivery.body(), secrets));
    post.setHeader("Orderly-Event-Id", delivery.eventId().toString());
    post.setHeader("Orderly-Event-Type", delivery.eventType());
    post.setHeader("Orderly-Delivery-Id", delivery.id().toString());
    post.setHeader("Orderly-Attempt", Integer.toString(delivery.attempt()));
    post.setHeader(TimestampedSignature.HEADER, TimestampedSignature.of(now, body, secrets));
    return client.sendForStatus(post);
  }

  /** Looks names up as told by {@link WebhookTargets}; a literal is checked like a name. */
  private record Checked(WebhookTargets targets) implements DnsResolver {

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      return targets.addresses(host);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}
