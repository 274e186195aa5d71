package org.orderly.platform.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;

/**
 * Sends requests to external services and limits what they may answer.
 *
 * <p>A request is sent once. Redirects are not followed, cookies and stored credentials not used,
 * compressed bodies not asked for. The time limit covers the whole exchange, up to the last byte of
 * the answer: a limit on each read would let an answer drip in for ever. Safe for use by many
 * threads.
 */
public final class ExternalHttpClient implements AutoCloseable {

  /**
   * What an exchange may take.
   *
   * @param connect how long a connection may take
   * @param exchange how long a request may take, up to the last byte of its answer
   * @param maxBodyBytes of an answer
   * @param maxConnections at the same time
   */
  public record Limits(Duration connect, Duration exchange, int maxBodyBytes, int maxConnections) {}

  /**
   * A complete answer.
   *
   * @param headers by name, in any case
   */
  public record Response(int status, Map<String, List<String>> headers, byte[] body) {}

  private final Limits limits;
  private final CloseableHttpClient client;
  private final ScheduledExecutorService deadlines =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "http-deadlines");
            thread.setDaemon(true);
            return thread;
          });

  private ExternalHttpClient(Limits limits, CloseableHttpClient client) {
    this.limits = limits;
    this.client = client;
  }

  /** A client that keeps connections for the next request, for services that are asked often. */
  public static ExternalHttpClient pooled(Limits limits) {
    return new ExternalHttpClient(
        limits, ConfiguredClient.pooled(limits, ProxySelector.getDefault()));
  }

  /** A client that opens a connection for each request. */
  public static ExternalHttpClient unpooled(Limits limits) {
    return new ExternalHttpClient(
        limits, ConfiguredClient.unpooled(limits, ProxySelector.getDefault()));
  }

  /**
   * A client that opens a connection for each request, to no address but those of the resolver, and
   * therefore through no proxy.
   */
  public static ExternalHttpClient resolvedBy(DnsResolver resolver, Limits limits) {
    return new ExternalHttpClient(limits, ConfiguredClient.resolvedBy(resolver, limits));
  }

  /**
   * Sends a request and reads the whole answer.
   *
   * @throws IOException if there is no answer in time, or one that exceeds a limit
   */
  public Response send(HttpUriRequestBase request) throws IOException {
    Future<?> deadline = cancelInTime(request);
    try {
      ClassicHttpResponse answer = client.executeOpen(null, request, null);
      boolean complete = false;
      try {
        byte[] body = body(answer);
        complete = true;
        return new Response(answer.getCode(), headers(answer), body);
      } finally {
        close(request, answer, complete);
      }
    } finally {
      deadline.cancel(false);
    }
  }

  /**
   * Sends a request of whose answer only the status matters.
   *
   * @return the HTTP status, whatever becomes of the body
   * @throws IOException if there is none in time, or headers that exceed a limit
   */
  public int sendForStatus(HttpUriRequestBase request) throws IOException {
    Future<?> deadline = cancelInTime(request);
    try {
      ClassicHttpResponse answer = client.executeOpen(null, request, null);
      skip(answer);
      close(request, answer, false);
      return answer.getCode();
    } finally {
      deadline.cancel(false);
    }
  }

  private Future<?> cancelInTime(HttpUriRequestBase request) {
    return deadlines.schedule(request::cancel, limits.exchange().toMillis(), TimeUnit.MILLISECONDS);
  }

  private byte[] body(ClassicHttpResponse answer) throws IOException {
    HttpEntity entity = answer.getEntity();
    if (entity == null) {
      return new byte[0];
    }
    InputStream content = entity.getContent();
    byte[] bytes = content.readNBytes(limits.maxBodyBytes() + 1);
    if (bytes.length > limits.maxBodyBytes()) {
      throw new IOException("a body of more than " + limits.maxBodyBytes() + " bytes");
    }
    return bytes;
  }

  private static Map<String, List<String>> headers(ClassicHttpResponse answer) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Header header : answer.getHeaders()) {
      headers.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(header.getValue());
    }
    return headers;
  }

  /** Lets the service finish a short body, which some need before they count it as delivered. */
  private void skip(ClassicHttpResponse answer) {
    try {
      if (answer.getEntity() != null) {
        answer.getEntity().getContent().readNBytes(limits.maxBodyBytes());
      }
    } catch (IOException e) {
      // the status is known, and nothing else is wanted
    }
  }

  /** Without a cancellation, closing would read the rest of a body that may never end. */
  private static void close(
      HttpUriRequestBase request, ClassicHttpResponse answer, boolean complete) {
    if (!complete) {
      request.cancel();
    }
    Closer.closeQuietly(answer);
  }

  @Override
  public void close() {
    deadlines.shutdownNow();
    client.close(CloseMode.IMMEDIATE);
  }
}
