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
import org.orderly.server.sandbox.http.GatewayReply;
import org.orderly.server.sandbox.http.GatewayRequest;
import org.orderly.server.sandbox.http.InvalidRequest;

/** The gateway's HTTP port: who may come in, how many at once, and what is sent back. */
final class SandboxHttpServer implements AutoCloseable {
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
  private final GatewayState gatewayState;
  private final RequestHandler requestHandler;
  private final ControlApi controlApi;
  private final StepPage steps;
  private final Map<String, String> keys;

  /**
   * @param keys what opens the counter ({@code payments}) and the control ({@code control})
   */
  SandboxHttpServer(
      InetSocketAddress address,
      GatewayState gatewayState,
      RequestHandler requestHandler,
      ControlApi controlApi,
      StepPage steps,
      Map<String, String> keys,
      ScheduledExecutorService later)
      throws IOException {
    this.gatewayState = gatewayState;
    this.requestHandler = requestHandler;
    this.controlApi = controlApi;
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
    GatewayReply gatewayReply;
    try {
      gatewayReply = reply(GatewayRequest.read(exchange));
    } catch (InvalidRequest e) {
      gatewayReply = GatewayReply.failed(e.status(), e.getMessage());
    } catch (RuntimeException e) {
      e.printStackTrace();
      gatewayReply = GatewayReply.failed(500, "a fault of the sandbox");
    }
    // nobody hears of what a crash could still undo
    gatewayState.force();
    if (gatewayReply.silent() && silent.tryAcquire()) {
      later.schedule(() -> giveUp(exchange), SILENCE_SECONDS, TimeUnit.SECONDS);
    } else if (gatewayReply.silent()) {
      exchange.close();
    } else {
      send(exchange, gatewayReply);
    }
  }

  private void giveUp(HttpExchange exchange) {
    silent.release();
    exchange.close();
  }

  private GatewayReply reply(GatewayRequest gatewayRequest) {
    if (gatewayRequest.is("GET", "health")) {
      return GatewayReply.ok(Map.of("status", "UP"));
    }
    if (gatewayRequest.is("GET", "step", "*") || gatewayRequest.is("POST", "step", "*")) {
      return steps.answer(gatewayRequest);
    }
    if (!gatewayRequest.path().isEmpty() && gatewayRequest.path().get(0).equals("control")) {
      gatewayRequest.requireBearer(keys.get("control"));
      return controlApi.answer(gatewayRequest);
    }
    gatewayRequest.requireBearer(keys.get("payments"));
    return requestHandler.answer(gatewayRequest);
  }

  private void send(HttpExchange exchange, GatewayReply gatewayReply) throws IOException {
    boolean page = gatewayReply.body() instanceof String;
    byte[] body =
        page
            ? ((String) gatewayReply.body()).getBytes(StandardCharsets.UTF_8)
            : json.writeValueAsBytes(gatewayReply.body());
    exchange
        .getResponseHeaders()
        .set("Content-Type", page ? "text/html; charset=utf-8" : "application/json");
    if (gatewayReply.location() != null) {
      exchange.getResponseHeaders().set("Location", gatewayReply.location());
    }
    exchange.sendResponseHeaders(gatewayReply.status(), body.length == 0 ? -1 : body.length);
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
