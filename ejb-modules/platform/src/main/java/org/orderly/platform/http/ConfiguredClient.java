package org.orderly.platform.http;

import java.net.ProxySelector;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.orderly.platform.http.ExternalHttpClient.Limits;

/** The library's client, with every limit that it knows. */
final class ConfiguredClient {

  /** Also of trailers, and of the lines that say how long a chunk is. */
  private static final int MAX_LINE_CHARS = 8 * 1024;

  private static final int MAX_HEADERS = 100;

  private static final int MAX_EMPTY_LINES = 10;

  /** Shorter than servers keep a connection that nobody uses. */
  private static final TimeValue IDLE = TimeValue.ofSeconds(4);

  private static final TimeValue UNCHECKED = TimeValue.ofMilliseconds(500);

  private ConfiguredClient() {}

  static CloseableHttpClient pooled(Limits limits, ProxySelector proxies) {
    return client(connections(limits), limits)
        .setProxySelector(proxies)
        .setKeepAliveStrategy((response, context) -> IDLE)
        .build();
  }

  static CloseableHttpClient unpooled(Limits limits, ProxySelector proxies) {
    return client(connections(limits), limits)
        .setProxySelector(proxies)
        .setConnectionReuseStrategy((request, response, context) -> false)
        .build();
  }

  static CloseableHttpClient resolvedBy(DnsResolver resolver, Limits limits) {
    return client(connections(limits).setDnsResolver(resolver), limits)
        .setConnectionReuseStrategy((request, response, context) -> false)
        .build();
  }

  private static PoolingHttpClientConnectionManagerBuilder connections(Limits limits) {
    Http1Config http =
        Http1Config.custom()
            .setMaxHeaderCount(MAX_HEADERS)
            .setMaxLineLength(MAX_LINE_CHARS)
            .setMaxEmptyLineCount(MAX_EMPTY_LINES)
            .build();
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setConnectionFactory(
            ManagedHttpClientConnectionFactory.builder().http1Config(http).build())
        .setMaxConnTotal(limits.maxConnections())
        .setMaxConnPerRoute(limits.maxConnections())
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(limits.connect()))
                .setSocketTimeout(Timeout.of(limits.exchange()))
                .setValidateAfterInactivity(UNCHECKED)
                .build());
  }

  private static HttpClientBuilder client(
      PoolingHttpClientConnectionManagerBuilder connections, Limits limits) {
    Timeout exchange = Timeout.of(limits.exchange());
    return HttpClients.custom()
        .setConnectionManager(connections.build())
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(exchange)
                .setResponseTimeout(exchange)
                .setProtocolUpgradeEnabled(false)
                .build())
        .setUserAgent("Orderly/1")
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression();
  }
}
