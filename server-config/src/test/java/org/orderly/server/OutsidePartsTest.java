package org.orderly.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.server.setup.LaunchFailure;

/** A part that was named wrongly is told by its name and by the variable that names it. */
class OutsidePartsTest {
  private static final int NOBODY = 1;

  @Test
  void namesTheDatabaseThatDoesNotAnswer() {
    String url = "jdbc:postgresql://127.0.0.1:" + NOBODY + "/ordering";

    assertThatThrownBy(() -> new DatabaseSettings("ordering", url, "ann", "secret").check())
        .isInstanceOf(LaunchFailure.class)
        .hasMessageStartingWith("The ordering database does not let us in")
        .hasMessageContaining("Set ORDERLY_DB_ORDERING_URL")
        .hasMessageNotContaining("\n")
        .hasMessageNotContaining("secret");
  }

  @Test
  void namesTheDatabaseWhoseUrlIsNone() {
    assertThatThrownBy(() -> new DatabaseSettings("payment", "postgres://x", "ann", "").check())
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("ORDERLY_DB_PAYMENT_URL");
  }

  @Test
  void namesTheBrokerThatDoesNotAnswer() {
    BrokerAccount account = new BrokerAccount("tcp://127.0.0.1:" + NOBODY, "ann", "secret");

    assertThatThrownBy(account::check)
        .isInstanceOf(LaunchFailure.class)
        .hasMessage("The broker does not answer at tcp://127.0.0.1:1. Set ORDERLY_BROKER_URL.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"broker", "http://broker:61616", "tcp://broker", "tcp://a b:1"})
  void saysWhatABrokersUrlLooksLike(String url) {
    assertThatThrownBy(() -> new BrokerAccount(url, "ann", "secret").check())
        .hasMessage("ORDERLY_BROKER_URL must look like tcp://host:port.");
  }

  @Test
  void namesTheRedisThatDoesNotAnswer() {
    assertThatThrownBy(() -> RedisConnection.check("redis://127.0.0.1:" + NOBODY))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageStartingWith("Redis does not let us in")
        .hasMessageEndingWith("Set ORDERLY_REDIS_URL.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"redis", "http://redis:6379", "redis://", "redis://a b"})
  void saysWhatARedisUrlLooksLike(String url) {
    assertThatThrownBy(() -> RedisConnection.check(url))
        .hasMessage("ORDERLY_REDIS_URL must look like redis://user:password@host:port.");
  }

  @Test
  void tellsRedisWhoWeAreAndHearsItsRefusal() throws Exception {
    try (ServerSocket redis = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<String> heard =
          CompletableFuture.supplyAsync(
              () -> answer(redis, "-WRONGPASS no\r\n"), Thread::startVirtualThread);
      String url = "redis://ann:p%40ss@127.0.0.1:" + redis.getLocalPort();

      assertThatThrownBy(() -> RedisConnection.greet(URI.create(url))).hasMessage("WRONGPASS no");
      assertThat(heard.join()).isEqualTo("AUTH ann p@ss");
    }
  }

  private static String answer(ServerSocket server, String answer) {
    try (Socket client = server.accept()) {
      BufferedReader request =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
      StringBuilder words = new StringBuilder();
      int count = Integer.parseInt(request.readLine().substring(1));
      for (int i = 0; i < count; i++) {
        request.readLine();
        words.append(i == 0 ? "" : " ").append(request.readLine());
      }
      client.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
      return words.toString();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
