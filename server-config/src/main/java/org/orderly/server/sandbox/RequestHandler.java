package org.orderly.server.sandbox;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.orderly.server.sandbox.fault.Fault;
import org.orderly.server.sandbox.fault.Faults;
import org.orderly.server.sandbox.fault.Operation;
import org.orderly.server.sandbox.fault.TokenDirective;
import org.orderly.server.sandbox.http.GatewayReply;
import org.orderly.server.sandbox.http.GatewayRequest;
import org.orderly.server.sandbox.http.InvalidRequest;

/** Handles the shop's requests, or fails them as the injected faults say. */
final class RequestHandler {
  private static final int PAGE = 1_000;
  private static final long SLOW_MILLIS = 2_000;

  /** For how long a time-out hides what was done: longer than a shop tries within one request. */
  private static final long HIDDEN_MILLIS = 8_000;

  private final GatewayState gatewayState;
  private final PaymentService paymentService;
  private final Faults faults;
  private final String url;
  private volatile long latencyMillis;

  RequestHandler(
      GatewayState gatewayState,
      PaymentService paymentService,
      Faults faults,
      String url,
      long latencyMillis) {
    this.gatewayState = gatewayState;
    this.paymentService = paymentService;
    this.faults = faults;
    this.url = url;
    this.latencyMillis = latencyMillis;
  }

  long latency() {
    return latencyMillis;
  }

  void latency(long millis) {
    latencyMillis = millis;
  }

  GatewayReply answer(GatewayRequest gatewayRequest) {
    if (gatewayRequest.is("POST", "payments")) {
      return authorize(gatewayRequest);
    }
    if (gatewayRequest.is("GET", "payments")) {
      return status(
          gatewayState.paymentByKey(gatewayRequest.query().getOrDefault("key", "")).orElse(null));
    }
    if (gatewayRequest.is("GET", "payments", "*")) {
      return status(gatewayState.payment(gatewayRequest.path().get(1)).orElse(null));
    }
    if (gatewayRequest.is("POST", "payments", "*", "*")) {
      return move(
          gatewayRequest, payment(gatewayRequest.path().get(1)), gatewayRequest.path().get(2));
    }
    if (gatewayRequest.is("POST", "payouts")) {
      return payOut(gatewayRequest);
    }
    if (gatewayRequest.is("GET", "movements")) {
      return asked(
          faults.of(Operation.MOVEMENTS, null, null, null, 0), () -> movements(gatewayRequest));
    }
    throw new InvalidRequest(404, "there is nothing here");
  }

  private GatewayReply authorize(GatewayRequest gatewayRequest) {
    String token =
        gatewayRequest.optional("token") == null
            ? TokenDirective.USUAL
            : gatewayRequest.text("token");
    SandboxOrder sandboxOrder =
        new SandboxOrder(
            gatewayRequest.text("key"),
            token,
            gatewayRequest.text("currency"),
            gatewayRequest.amount(),
            gatewayRequest.json().path("captureNow").asBoolean(),
            gatewayRequest.optional("returnTo"));
    Fault fault =
        faults.of(Operation.AUTHORIZE, sandboxOrder.key(), null, token, sandboxOrder.amount());
    return faulty(fault, () -> view(paymentService.authorize(sandboxOrder, fault)));
  }

  private GatewayReply status(SandboxPayment sandboxPayment) {
    String key = sandboxPayment == null ? null : sandboxPayment.key();
    Fault fault = faults.of(Operation.STATUS, key, key, null, 0);
    return asked(
        fault,
        () -> {
          if (sandboxPayment == null) {
            throw new InvalidRequest(404, "no such payment");
          }
          return view(sandboxPayment);
        });
  }

  private GatewayReply move(
      GatewayRequest gatewayRequest, SandboxPayment sandboxPayment, String what) {
    String key = gatewayRequest.text("key");
    String id = sandboxPayment.id();
    Operation operation =
        Operation.named(what).orElseThrow(() -> new InvalidRequest(404, "there is nothing here"));
    long amount = operation == Operation.CANCEL ? 0 : gatewayRequest.amount();
    Fault fault = faults.of(operation, key, sandboxPayment.key(), sandboxPayment.token(), amount);
    return switch (operation) {
      case CAPTURE -> faulty(fault, () -> paymentService.capture(key, id, amount, fault));
      case CANCEL -> faulty(fault, () -> paymentService.cancel(key, id));
      case REFUND -> faulty(fault, () -> paymentService.refund(key, id, amount, fault));
      default -> throw new InvalidRequest(404, "there is nothing here");
    };
  }

  private GatewayReply payOut(GatewayRequest gatewayRequest) {
    String key = gatewayRequest.text("key");
    String to = gatewayRequest.text("to");
    long amount = gatewayRequest.amount();
    Fault fault = faults.of(Operation.PAYOUT, key, null, null, amount);
    return faulty(
        fault,
        () -> paymentService.payOut(key, to, gatewayRequest.text("currency"), amount, fault));
  }

  private Object movements(GatewayRequest gatewayRequest) {
    long from = number(gatewayRequest, "from");
    long to = number(gatewayRequest, "to");
    String after = gatewayRequest.query().getOrDefault("after", "");
    List<Map<String, Object>> page =
        gatewayState.all(SandboxTransfer.class).stream()
            .filter(
                sandboxTransfer ->
                    sandboxTransfer.moved()
                        && sandboxTransfer.at() >= from
                        && sandboxTransfer.at() < to)
            .sorted(Comparator.comparing(RequestHandler::place))
            .filter(sandboxTransfer -> place(sandboxTransfer).compareTo(after) > 0)
            .limit(PAGE)
            .map(this::view)
            .toList();
    return Map.of("items", page, "more", page.size() == PAGE);
  }

  /** By time, and those of one moment by name. */
  private static String place(SandboxTransfer sandboxTransfer) {
    return String.format("%015d-%s", sandboxTransfer.at(), sandboxTransfer.id());
  }

  private static long number(GatewayRequest gatewayRequest, String name) {
    try {
      return Long.parseLong(gatewayRequest.query().getOrDefault(name, ""));
    } catch (NumberFormatException e) {
      throw new InvalidRequest(400, name + " must be milliseconds since 1970");
    }
  }

  private Map<String, Object> view(SandboxTransfer sandboxTransfer) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", sandboxTransfer.id());
    view.put("place", place(sandboxTransfer));
    view.put("kind", sandboxTransfer.kind());
    view.put("key", sandboxTransfer.key());
    view.put("payment", sandboxTransfer.payment());
    view.put(
        "paymentKey",
        sandboxTransfer.payment() == null ? null : payment(sandboxTransfer.payment()).key());
    view.put("currency", sandboxTransfer.currency());
    view.put("amount", sandboxTransfer.amount());
    view.put("fee", sandboxTransfer.fee());
    view.put("at", sandboxTransfer.at());
    return view;
  }

  private Map<String, Object> view(SandboxPayment sandboxPayment) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", sandboxPayment.id());
    view.put("key", sandboxPayment.key());
    view.put("state", sandboxPayment.state());
    view.put("currency", sandboxPayment.currency());
    view.put("authorized", sandboxPayment.authorized());
    view.put("captured", sandboxPayment.captured());
    view.put("refunded", sandboxPayment.refunded());
    view.put("fee", sandboxPayment.fee());
    view.put("declineCode", sandboxPayment.declineCode());
    view.put("at", sandboxPayment.at());
    if (sandboxPayment.state() == SandboxPayment.State.ACTION_REQUIRED) {
      view.put(
          "step", url + "step/" + sandboxPayment.id() + "?secret=" + sandboxPayment.stepSecret());
    }
    return view;
  }

  private SandboxPayment payment(String id) {
    return gatewayState.payment(id).orElseThrow(() -> new InvalidRequest(404, "no such payment"));
  }

  private GatewayReply faulty(Fault fault, Supplier<Object> work) {
    pause(latencyMillis + (fault == Fault.SLOW ? SLOW_MILLIS : 0));
    return switch (fault) {
      case TIMEOUT_BEFORE -> GatewayReply.none();
      case ERROR -> GatewayReply.failed(503, "out of order on demand");
      case TIMEOUT_AFTER -> hidden(work.get());
      default -> GatewayReply.ok(work.get());
    };
  }

  /** A question does nothing: there is no after. */
  private GatewayReply asked(Fault fault, Supplier<Object> question) {
    return faulty(fault == Fault.TIMEOUT_AFTER ? Fault.TIMEOUT_BEFORE : fault, question);
  }

  private static GatewayReply hidden(Object done) {
    long at =
        done instanceof SandboxTransfer sandboxTransfer
            ? sandboxTransfer.at()
            : (long) ((Map<?, ?>) done).get("at");
    GatewayReply gatewayReply = GatewayReply.ok(done);
    return System.currentTimeMillis() - at < HIDDEN_MILLIS ? gatewayReply.silenced() : gatewayReply;
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
