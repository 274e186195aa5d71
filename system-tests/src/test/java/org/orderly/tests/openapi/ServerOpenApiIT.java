package org.orderly.tests.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.SoftAssertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Why the server's own {@code /openapi} is switched off (ADR 4), as the smallest case: two
 * resources, a written document, and what the server makes of both. Run it on a new version of the
 * server; where it fails, the server has mended something and the decision is to be looked at
 * again.
 */
@EnabledIfSystemProperty(
    named = "server.openapi",
    matches = "true",
    disabledReason =
        "for a new version of the server: -Dit.test=ServerOpenApiIT -Dserver.openapi=true")
class ServerOpenApiIT {

  private static final long PATIENCE_SECONDS = 120;

  /** No class with an application path: MicroShed would take it for the shop's. */
  private static final String WEB_XML =
      """
      <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
        <servlet>
          <servlet-name>jakarta.ws.rs.core.Application</servlet-name>
        </servlet>
        <servlet-mapping>
          <servlet-name>jakarta.ws.rs.core.Application</servlet-name>
          <url-pattern>/*</url-pattern>
        </servlet-mapping>
      </web-app>
      """;

  private static final ObjectMapper YAML = new YAMLMapper();

  @TempDir private Path folder;

  @Test
  void losesWhatIsWrittenAboutOperationsThatItScans() throws Exception {
    JsonNode served = served(written());
    JsonNode list = served.at("/paths/~1api~1things/get");
    SoftAssertions still = new SoftAssertions();
    still.assertThat(fields(list.path("responses"))).as("responses").containsExactly("default");
    still.assertThat(list.path("parameters")).as("one parameter, told twice").hasSize(2);
    still.assertAll();
  }

  @Test
  void losesWhatIsWrittenThoughNothingIsScanned() throws Exception {
    JsonNode served = served(written(), Map.of("mp.openapi.scan.disable", "true"));
    JsonNode open = served.at("/paths/~1public/get");
    JsonNode example = served.at("/components/schemas/Thing/example");
    SoftAssertions still = new SoftAssertions();
    still.assertThat(open.has("security")).as("open to everybody").isFalse();
    still.assertThat(open.has("x-cached")).as("extension").isFalse();
    still.assertThat(fields(example)).as("members of the example").containsExactly("name");
    still.assertThat(served.at("/paths/~1api~1things/get/responses").has("404")).isTrue();
    still.assertAll();
  }

  @Test
  void dropsADocumentWithASchemaThatIsTrue() throws Exception {
    String anything =
        written().replace("type: object\n", "type: object\n      additionalProperties: true\n");
    JsonNode served = served(anything, Map.of("mp.openapi.scan.disable", "true"));
    assertThat(served.at("/info/title").asText()).isNotEqualTo("Things");
    assertThat(served.path("paths")).isEmpty();
  }

  private static List<String> fields(JsonNode object) {
    return object.propertyStream().map(Map.Entry::getKey).toList();
  }

  private static String written() throws IOException {
    try (InputStream yaml = ServerOpenApiIT.class.getResourceAsStream("things.yaml")) {
      return new String(yaml.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  private JsonNode served(String document) throws Exception {
    return served(document, Map.of());
  }

  private JsonNode served(String document, Map<String, String> properties) throws Exception {
    StringBuilder config = new StringBuilder();
    properties.forEach((name, value) -> config.append(name).append('=').append(value).append('\n'));
    WebArchive things =
        ShrinkWrap.create(WebArchive.class, "things.war")
            .addClass(ThingsResource.class)
            .setWebXML(new StringAsset(WEB_XML))
            .addAsResource(new StringAsset(document), "META-INF/openapi.yaml")
            .addAsResource(
                new StringAsset(config.toString()), "META-INF/microprofile-config.properties");
    Path archive = folder.resolve("things.war");
    things.as(ZipExporter.class).exportTo(archive.toFile(), true);
    int port = freePort();
    Process server = start(archive, port);
    try {
      return YAML.readTree(answer(server, URI.create("http://127.0.0.1:" + port + "/openapi")));
    } finally {
      server.destroy();
      server.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }

  private Process start(Path archive, int port) throws IOException {
    Path server = Path.of(System.getProperty("orderly.dist"), "server", "payara-micro.jar");
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx400m",
            "-jar",
            server.toString(),
            "--nocluster",
            "--port",
            Integer.toString(port),
            "--rootDir",
            folder.resolve("server").toString(),
            "--contextroot",
            "/",
            "--deploy",
            archive.toString())
        .redirectErrorStream(true)
        .redirectOutput(Files.createTempFile(folder, "server", ".log").toFile())
        .start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static String answer(Process server, URI document) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(document).build();
    HttpClient client = HttpClient.newHttpClient();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < deadline && !server.waitFor(200, TimeUnit.MILLISECONDS)) {
      Optional<String> answer = once(client, request);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    throw new AssertionError("the server did not start");
  }

  /** Before the application is there, the server answers for itself. */
  private static Optional<String> once(HttpClient client, HttpRequest request)
      throws InterruptedException {
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      boolean ready = response.statusCode() == 200 && response.body().startsWith("openapi");
      return ready ? Optional.of(response.body()) : Optional.empty();
    } catch (IOException notYet) {
      return Optional.empty();
    }
  }
}
