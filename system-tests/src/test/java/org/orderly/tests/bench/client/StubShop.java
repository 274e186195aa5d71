package org.orderly.tests.bench.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Answers every request of a load in turn with created, or with the refusal of a sold-out product;
 * the first answer can be made to wait.
 */
final class StubShop implements AutoCloseable {

  private final AtomicInteger requests = new AtomicInteger();
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final HttpServer server;
  private final long firstWaitsMillis;
  private final int refusedEvery;

  /**
   * @param refusedEvery 3 if each third request is refused; 0 for none
   */
  StubShop(long firstWaitsMillis, int refusedEvery) throws IOException {
    this.firstWaitsMillis = firstWaitsMillis;
    this.refusedEvery = refusedEvery;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(workers);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  int requests() {
    return requests.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    int which = requests.incrementAndGet();
    exchange.getRequestBody().readAllBytes();
    if (which == 1) {
      stall();
    }
    boolean refused = refusedEvery > 0 && which % refusedEvery == 0;
    int success = exchange.getRequestMethod().equals("POST") ? 201 : 200;
    String body = refused ? "{\"code\":\"insufficient-stock\"}" : "{}";
    exchange.sendResponseHeaders(refused ? 409 : success, body.length());
    exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
    exchange.close();
  }

  private void stall() throws IOException {
    try {
      new CountDownLatch(1).await(firstWaitsMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}
