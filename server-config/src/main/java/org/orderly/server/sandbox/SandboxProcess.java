package org.orderly.server.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.orderly.server.sandbox.fault.Faults;

/** The program of the sandbox gateway's own process; its environment says where and for whom. */
public final class SandboxProcess implements AutoCloseable {
  public static final String FOLDER = "ORDERLY_SANDBOX_DATA";
  public static final String PORT = "ORDERLY_SANDBOX_PORT";
  public static final String KEY = "ORDERLY_SANDBOX_KEY";
  public static final String CONTROL_KEY = "ORDERLY_SANDBOX_CONTROL_KEY";
  public static final String WEBHOOK_SECRET = "ORDERLY_SANDBOX_WEBHOOK_SECRET";

  /** Where notices go: addresses with commas between them. */
  public static final String SHOP = "ORDERLY_SANDBOX_SHOP";

  public static final String LATENCY = "ORDERLY_SANDBOX_LATENCY_MILLIS";

  private final GatewayState gatewayState;
  private final SandboxWebhookSender sandboxWebhookSender;
  private final SandboxHttpServer sandboxHttpServer;
  private final ScheduledExecutorService later = Executors.newScheduledThreadPool(2);

  SandboxProcess(Map<String, String> environment) throws IOException {
    int port = Integer.parseInt(environment.get(PORT));
    List<URI> shop = Arrays.stream(environment.get(SHOP).split(",")).map(URI::create).toList();
    gatewayState = new GatewayState(Path.of(environment.get(FOLDER)).resolve("journal.jsonl"));
    sandboxWebhookSender =
        new SandboxWebhookSender(gatewayState, shop, environment.get(WEBHOOK_SECRET));
    EventWriter eventWriter = new EventWriter();
    Faults faults = new Faults();
    StateChanges stateChanges = new StateChanges(gatewayState, sandboxWebhookSender);
    SandboxDisputes sandboxDisputes = new SandboxDisputes(gatewayState, eventWriter, stateChanges);
    TransferSettlement settlement =
        new TransferSettlement(gatewayState, eventWriter, stateChanges, later);
    PaymentService paymentService =
        new PaymentService(gatewayState, eventWriter, stateChanges, sandboxDisputes, settlement);
    String url = "http://127.0.0.1:" + port + "/";
    long latency = Long.parseLong(environment.getOrDefault(LATENCY, "0"));
    RequestHandler requestHandler =
        new RequestHandler(gatewayState, paymentService, faults, url, latency);
    ControlApi controlApi =
        new ControlApi(
            gatewayState,
            paymentService,
            settlement,
            sandboxDisputes,
            stateChanges,
            faults,
            eventWriter,
            requestHandler);
    Map<String, String> keys =
        Map.of("payments", environment.get(KEY), "control", environment.get(CONTROL_KEY));
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    StepPage steps = new StepPage(gatewayState, paymentService);
    sandboxHttpServer =
        new SandboxHttpServer(
            address, gatewayState, requestHandler, controlApi, steps, keys, later);
  }

  public static void main(String[] arguments) throws Exception {
    // else every small answer waits for the one before to be acknowledged
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxReqTime", "10");
    SandboxProcess sandbox = new SandboxProcess(System.getenv());
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> sandbox.stop(stopped), "stop"));
    sandbox.open();
    stopped.await();
  }

  void open() {
    sandboxWebhookSender.start();
    sandboxHttpServer.open();
  }

  int port() {
    return sandboxHttpServer.port();
  }

  private void stop(CountDownLatch stopped) {
    try {
      close();
    } catch (IOException e) {
      e.printStackTrace();
    } finally {
      stopped.countDown();
    }
  }

  @Override
  public void close() throws IOException {
    sandboxHttpServer.close();
    sandboxWebhookSender.close();
    later.shutdownNow();
    gatewayState.force();
    gatewayState.close();
  }
}
