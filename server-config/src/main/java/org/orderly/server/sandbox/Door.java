package org.orderly.server.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The gateway's HTTP port: who may come in, how many at once, and what is sent back. */
final class Door implements AutoCloseable {
  private static final int THREADS = 64;
  private static final int WAITING = 512;

  /** For how long a caller is left without an answer before the connection is closed. */
  private static final long SILENCE_SECONDS = 20;

  private static final int MOST_SILENT = 500;

  private final ObjectMapper json = new ObjectMapper();
  private final Semaphore silent = new Semaphore(MOST_SILENT);
  private final HttpServer server;
  private final ThreadPoolExecutor threads;
  private final ScheduledExecutorService later;
  private final Books books;
  private final Counter counter;
  private final Control control;
  private final StepPage steps;
  private final Map<String, String> keys;

  /**
   * @param keys what opens the counter ({@code payments}) and the control ({@code control})
   */
  Door(
      InetSocketAddress address,
      Books books,
      Counter counter,
      Control control,
      StepPage steps,
      Map<String, String> keys,
      ScheduledExecutorService later)
      throws IOException {
    this.books = books;
    this.counter = counter;
    this.control = control;
    this.steps = steps;
    this.keys = keys;
    this.later = later;
    threads =
        new ThreadPoolExecutor(
            THREADS, THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING));
    threads.allowCoreThreadTimeOut(true);
    server = HttpServer.create(address, WAITING);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
  }

  void open() {
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    Reply reply;
    try {
      reply = reply(Call.read(exchange));
    } catch (Refusal e) {
      reply = Reply.failed(e.status(), e.getMessage());
    } catch (RuntimeException e) {
      e.printStackTrace();
      reply = Reply.failed(500, "a fault of the sandbox");
    }
    // nobody hears of what a crash could still undo
    books.force();
    if (reply.silent() && silent.tryAcquire()) {
      later.schedule(() -> giveUp(exchange), SILENCE_SECONDS, TimeUnit.SECONDS);
    } else if (reply.silent()) {
      exchange.close();
    } else {
      send(exchange, reply);
    }
  }

  private void giveUp(HttpExchange exchange) {
    silent.release();
    exchange.close();
  }

  private Reply reply(Call call) {
    if (call.is("GET", "health")) {
      return Reply.ok(Map.of("status", "UP"));
    }
    if (call.is("GET", "step", "*") || call.is("POST", "step", "*")) {
      return steps.answer(call);
    }
    if (!call.path().isEmpty() && call.path().get(0).equals("control")) {
      call.requireBearer(keys.get("control"));
      return control.answer(call);
    }
    call.requireBearer(keys.get("payments"));
    return counter.answer(call);
  }

  private void send(HttpExchange exchange, Reply reply) throws IOException {
    boolean page = reply.body() instanceof String;
    byte[] body =
        page
            ? ((String) reply.body()).getBytes(StandardCharsets.UTF_8)
            : json.writeValueAsBytes(reply.body());
    exchange
        .getResponseHeaders()
        .set("Content-Type", page ? "text/html; charset=utf-8" : "application/json");
    if (reply.location() != null) {
      exchange.getResponseHeaders().set("Location", reply.location());
    }
    exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
