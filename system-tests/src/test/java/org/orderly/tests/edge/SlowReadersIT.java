package org.orderly.tests.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.tests.support.Api;
import org.orderly.tests.support.Eventually;
import org.orderly.tests.support.RunningShop;

/** Clients that ask and do not read what they are answered are sent away. */
@ExtendWith(RunningShop.class)
class SlowReadersIT {

  private static final int ATTACKERS = 80;
  private static final int PIPELINED = 60;

  private final Api api = RunningShop.api();
  private final List<Socket> attackers = new ArrayList<>();

  @AfterEach
  void hangUp() throws IOException {
    for (Socket socket : attackers) {
      socket.close();
    }
  }

  @Test
  void cutsOffWhoTakesNothing() throws IOException {
    Socket socket = asking("GET /openapi HTTP/1.1\r\nHost: shop\r\n\r\n".repeat(PIPELINED));
    Eventually.see("the end of the connection", () -> isCutOff(socket), cut -> cut);
  }

  @Test
  void closesMoreConnectionsThanOneAddressMayHave() throws IOException {
    for (int i = 0; i < 400; i++) {
      attackers.add(connected());
    }
    Eventually.see(
        "the surplus is closed",
        () -> attackers.stream().filter(SlowReadersIT::isCutOff).count(),
        closed -> closed >= 400 - 256);
    hangUp();
    Eventually.see("others are let in", () -> api.get("/health/live").status(), s -> s == 200);
  }

  /** Whatever the machine is busy with: few of their requests are worked on at all. */
  @Test
  void answersOthersMeanwhile() throws IOException {
    api.get("/openapi").status();
    long before = answered();
    for (int i = 0; i < ATTACKERS; i++) {
      asking("GET /openapi HTTP/1.1\r\nHost: shop\r\n\r\n".repeat(PIPELINED));
    }
    long slowest = 0;
    for (int i = 0; i < 30; i++) {
      long begin = System.nanoTime();
      assertThat(api.get("/health/live").status()).isEqualTo(200);
      slowest = Math.max(slowest, System.nanoTime() - begin);
    }
    Eventually.see(
        "all attackers cut off",
        () -> attackers.stream().allMatch(SlowReadersIT::isCutOff),
        gone -> gone);
    long answered = answered() - before;
    System.out.printf(
        "slow readers: %d requests of %d worked on, others answered within %d ms%n",
        answered, ATTACKERS * PIPELINED, slowest / 1_000_000);
    assertThat(answered).isLessThanOrEqualTo(ATTACKERS * 5);
    assertThat(Duration.ofNanos(slowest)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void answersSomeRequestsThatWereSentAhead() throws IOException {
    Socket socket = asking("GET /health/live HTTP/1.1\r\nHost: shop\r\n\r\n".repeat(PIPELINED));
    String answers =
        new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    assertThat(answers.split("HTTP/1.1 200", -1)).hasSize(1 + 5);
    assertThat(answers).containsOnlyOnce("onnection: close");
  }

  private static long answered() throws IOException {
    try (Stream<String> lines = Files.lines(RunningShop.accessLog())) {
      return lines.filter(line -> line.contains("\"route\":\"/openapi\"")).count();
    }
  }

  @Test
  void writesNoStackForThem() throws IOException {
    for (int i = 0; i < 20; i++) {
      asking("GET /openapi HTTP/1.1\r\nHost: shop\r\n\r\n".repeat(PIPELINED)).close();
    }
    assertThat(api.get("/health/live").status()).isEqualTo(200);
    assertThat(Files.readString(RunningShop.log()))
        .doesNotContain("ClientAbortException")
        .doesNotContain("Connection is closed")
        .doesNotContain("Broken pipe")
        .doesNotContain("Connection reset");
  }

  private Socket asking(String requests) throws IOException {
    Socket socket = connected();
    attackers.add(socket);
    socket.getOutputStream().write(requests.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
    return socket;
  }

  private static Socket connected() throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4_096);
    socket.connect(
        new InetSocketAddress(RunningShop.url().getHost(), RunningShop.url().getPort()), 5_000);
    return socket;
  }

  /** A byte more is refused by a connection that the other side has closed. */
  private static boolean isCutOff(Socket socket) {
    try {
      socket.getOutputStream().write('\r');
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
