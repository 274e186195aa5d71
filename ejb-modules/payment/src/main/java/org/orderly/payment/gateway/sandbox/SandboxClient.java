package org.orderly.payment.gateway.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orderly.payment.gateway.NoGatewayResponse;
import org.orderly.platform.http.ExternalHttpClient;
import org.orderly.platform.http.ExternalHttpClient.Limits;
import org.orderly.platform.http.ExternalHttpClient.Response;

/** Speaks HTTP to the sandbox gateway's service. */
@ApplicationScoped
class SandboxClient {

  /** Longer than anything takes there that ends at all. */
  private static final Duration ANSWER = Duration.ofSeconds(3);

  private static final Duration CONNECTION = Duration.ofSeconds(1);

  private final ObjectMapper json = new ObjectMapper();

  /** A page of movements is the longest answer. */
  private static final int MAX_BYTES = 4 * 1024 * 1024;

  private static final int AT_ONCE = 128;

  private final ExternalHttpClient client =
      ExternalHttpClient.pooled(new Limits(CONNECTION, ANSWER, MAX_BYTES, AT_ONCE));
  private final Optional<URI> place;
  private final String key;

  @Inject
  SandboxClient(
      @ConfigProperty(name = "orderly.sandbox.url") Optional<URI> place,
      @ConfigProperty(name = "orderly.sandbox.key") Optional<String> key) {
    this.place = place;
    this.key = key.orElse("");
  }

  boolean hasAddress() {
    return place.isPresent();
  }

  /**
   * @throws NoGatewayResponse if there is none, or the service is out of order
   */
  JsonNode post(String path, Map<String, Object> members) {
    HttpPost request = new HttpPost(address(path));
    try {
      byte[] body = json.writeValueAsBytes(members);
      request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return answer(request)
        .orElseThrow(() -> new NoGatewayResponse("the sandbox does not know " + path));
  }

  /**
   * @return empty if there is no such thing
   * @throws NoGatewayResponse if there is no answer, or the service is out of order
   */
  Optional<JsonNode> get(String path) {
    return answer(new HttpGet(address(path)));
  }

  private URI address(String path) {
    URI service = place.orElseThrow(() -> new NoGatewayResponse("ORDERLY_SANDBOX_URL is not set"));
    return service.resolve(path);
  }

  private Optional<JsonNode> answer(HttpUriRequestBase request) {
    request.setHeader("Authorization", "Bearer " + key);
    try {
      Response answer = client.send(request);
      if (answer.status() == 404) {
        return Optional.empty();
      }
      if (answer.status() != 200) {
        throw new NoGatewayResponse("the sandbox answered " + answer.status());
      }
      return Optional.of(json.readTree(answer.body()));
    } catch (IOException e) {
      throw new NoGatewayResponse("the sandbox gave no answer", e);
    }
  }

  @PreDestroy
  void close() {
    client.close();
  }
}
