package org.orderly.notification.webhook;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sends bodies to endpoints, each over a connection of its own.
 *
 * <p>The connection goes to the very addresses that {@link Targets} has just checked, so that a
 * name cannot lead elsewhere between the check and the call. Redirects are not followed, proxies,
 * cookies and credentials not used; an answer is read up to a few kilobytes and forgotten, and the
 * whole call is cut off in time.
 */
@ApplicationScoped
class WebhookLine {

  private static final Logger LOG = Logger.getLogger(WebhookLine.class.getName());

  static final int MOST_AT_ONCE = 16;

  private static final Timeout CONNECTING = Timeout.ofSeconds(5);
  private static final int READ_AT_MOST = 16 * 1024;
  private static final int LONGEST_SECONDS = 60;

  private final Clock clock;
  private final Duration patience;
  private final CloseableHttpClient client;
  private final ScheduledExecutorService scissors =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "webhook-timeouts");
            thread.setDaemon(true);
            return thread;
          });

  @Inject
  WebhookLine(
      Targets targets,
      Clock clock,
      @ConfigProperty(name = "orderly.webhook.timeout.seconds", defaultValue = "10") int seconds) {
    this.clock = clock;
    this.patience = Duration.ofSeconds(Math.max(1, Math.min(seconds, LONGEST_SECONDS)));
    this.client = client(new Checked(targets), patience);
  }

  @PreDestroy
  void close() {
    scissors.shutdownNow();
    client.close(CloseMode.IMMEDIATE);
  }

  /**
   * Sends one body.
   *
   * @param secrets that it is signed with
   * @return the HTTP status of the answer
   * @throws IOException if none came in time, or the endpoint cannot be reached
   * @throws TargetRefused if the endpoint's name leads to an address that is closed
   */
  int post(Dispatch delivery, List<String> secrets) throws IOException {
    byte[] body = delivery.body().getBytes(StandardCharsets.UTF_8);
    HttpPost post = new HttpPost(delivery.url());
    post.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
    post.setHeader("Orderly-Event-Id", delivery.eventId().toString());
    post.setHeader("Orderly-Event-Type", delivery.eventType());
    post.setHeader("Orderly-Delivery-Id", delivery.id().toString());
    post.setHeader("Orderly-Attempt", Integer.toString(delivery.attempt()));
    post.setHeader(Signature.HEADER, Signature.of(clock.instant(), body, secrets));
    Future<?> cut = scissors.schedule(post::cancel, patience.toMillis(), TimeUnit.MILLISECONDS);
    try {
      ClassicHttpResponse answer = client.executeOpen(null, post, null);
      skim(answer);
      post.cancel();
      Closer.closeQuietly(answer);
      return answer.getCode();
    } finally {
      cut.cancel(false);
    }
  }

  /** Lets the endpoint say its piece, but not for ever; its status has said all that matters. */
  private static void skim(ClassicHttpResponse answer) {
    try {
      if (answer.getEntity() != null) {
        answer.getEntity().getContent().readNBytes(READ_AT_MOST);
      }
    } catch (IOException e) {
      LOG.log(Level.FINE, "an endpoint did not end what it had to say", e);
    }
  }

  private static CloseableHttpClient client(DnsResolver checked, Duration patience) {
    Timeout answering = Timeout.of(patience);
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(checked)
                .setMaxConnTotal(MOST_AT_ONCE)
                .setMaxConnPerRoute(MOST_AT_ONCE)
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(CONNECTING)
                        .setSocketTimeout(answering)
                        .build())
                .build())
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(answering)
                .setResponseTimeout(answering)
                .setProtocolUpgradeEnabled(false)
                .build())
        .setConnectionReuseStrategy((request, response, context) -> false)
        .setUserAgent("Orderly-Webhooks/1")
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .build();
  }

  /** Looks names up as told by {@link Targets}; a literal is checked like a name. */
  private record Checked(Targets targets) implements DnsResolver {

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
