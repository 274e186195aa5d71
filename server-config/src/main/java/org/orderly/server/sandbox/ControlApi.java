package org.orderly.server.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orderly.server.sandbox.fault.DeliveryMode;
import org.orderly.server.sandbox.fault.Fault;
import org.orderly.server.sandbox.fault.Faults;
import org.orderly.server.sandbox.fault.Operation;
import org.orderly.server.sandbox.http.GatewayReply;
import org.orderly.server.sandbox.http.GatewayRequest;
import org.orderly.server.sandbox.http.InvalidRequest;

/**
 * The control API: tests and drills inject faults, act for buyers and banks, and read the state.
 */
final class ControlApi {
  private static final long LONGEST_LATENCY = 30_000;
  private static final int PAGE = 1_000;

  private final GatewayState gatewayState;
  private final PaymentService paymentService;
  private final TransferSettlement settlement;
  private final SandboxDisputes sandboxDisputes;
  private final StateChanges stateChanges;
  private final Faults faults;
  private final EventWriter eventWriter;
  private final RequestHandler requestHandler;

  ControlApi(
      GatewayState gatewayState,
      PaymentService paymentService,
      TransferSettlement settlement,
      SandboxDisputes sandboxDisputes,
      StateChanges stateChanges,
      Faults faults,
      EventWriter eventWriter,
      RequestHandler requestHandler) {
    this.gatewayState = gatewayState;
    this.paymentService = paymentService;
    this.settlement = settlement;
    this.sandboxDisputes = sandboxDisputes;
    this.stateChanges = stateChanges;
    this.faults = faults;
    this.eventWriter = eventWriter;
    this.requestHandler = requestHandler;
  }

  GatewayReply answer(GatewayRequest gatewayRequest) {
    if (gatewayRequest.is("GET", "control")) {
      return GatewayReply.ok(overview());
    }
    if (gatewayRequest.is("PUT", "control", "latency")) {
      long millis = gatewayRequest.json().path("millis").asLong(-1);
      if (millis < 0 || millis > LONGEST_LATENCY) {
        throw new InvalidRequest(400, "millis must be from 0 to " + LONGEST_LATENCY);
      }
      requestHandler.latency(millis);
      return GatewayReply.ok(overview());
    }
    if (gatewayRequest.is("PUT", "control", "notices")) {
      eventWriter.usual(
          DeliveryMode.named(gatewayRequest.text("manner")).orElseThrow(() -> unknown("manner")));
      return GatewayReply.ok(overview());
    }
    if (gatewayRequest.is("POST", "control", "faults")) {
      return order(gatewayRequest);
    }
    if (gatewayRequest.is("DELETE", "control", "faults")) {
      faults.clear();
      return GatewayReply.ok(overview());
    }
    if (gatewayRequest.is("GET", "control", "*")) {
      return list(gatewayRequest);
    }
    return act(gatewayRequest);
  }

  private Map<String, Object> overview() {
    Map<String, Object> overview = new LinkedHashMap<>();
    overview.put("latencyMillis", requestHandler.latency());
    overview.put("notices", eventWriter.usual());
    overview.put("faults", faults.ordered());
    overview.put("payments", gatewayState.all(SandboxPayment.class).size());
    overview.put("moves", gatewayState.all(SandboxTransfer.class).size());
    overview.put("disputes", gatewayState.all(SandboxDispute.class).size());
    overview.put("undelivered", gatewayState.undelivered().size());
    return overview;
  }

  private GatewayReply order(GatewayRequest gatewayRequest) {
    JsonNode json = gatewayRequest.json();
    int times = json.path("times").asInt(1);
    if (times < 1 || times > 1_000_000) {
      throw new InvalidRequest(400, "times must be from 1 to 1000000");
    }
    faults.order(
        new Faults.Ordered(
            Operation.named(gatewayRequest.text("operation"))
                .orElseThrow(() -> unknown("operation")),
            Fault.named(gatewayRequest.text("fault")).orElseThrow(() -> unknown("fault")),
            gatewayRequest.optional("key"),
            times));
    return GatewayReply.ok(overview());
  }

  /** A page of what the gateway holds, in the order in which it heard of it. */
  private GatewayReply list(GatewayRequest gatewayRequest) {
    Class<? extends JournalRecord> type =
        switch (gatewayRequest.path().get(1)) {
          case "payments" -> SandboxPayment.class;
          case "moves" -> SandboxTransfer.class;
          case "disputes" -> SandboxDispute.class;
          default -> throw new InvalidRequest(404, "there is nothing here");
        };
    String after = gatewayRequest.query().get("after");
    List<? extends JournalRecord> items =
        gatewayState.all(type).stream()
            .dropWhile(one -> after != null && !one.id().equals(after))
            .skip(after == null ? 0 : 1)
            .limit(PAGE)
            .toList();
    return GatewayReply.ok(Map.of("items", items, "more", items.size() == PAGE));
  }

  private GatewayReply act(GatewayRequest gatewayRequest) {
    if (!gatewayRequest.is("POST", "control", "*", "*", "*")) {
      throw new InvalidRequest(404, "there is nothing here");
    }
    String id = gatewayRequest.path().get(2);
    String what = gatewayRequest.path().get(1) + " " + gatewayRequest.path().get(3);
    return GatewayReply.ok(
        switch (what) {
          case "payments approve" -> paymentService.step(payment(id).id(), true);
          case "payments refuse" -> paymentService.step(payment(id).id(), false);
          case "payments dispute" -> dispute(gatewayRequest, payment(id));
          case "payments notice" -> notice(gatewayRequest, payment(id));
          case "disputes win" -> sandboxDisputes.close(id, true);
          case "disputes lose" -> sandboxDisputes.close(id, false);
          case "moves complete" -> settlement.settle(id, true);
          case "moves return" -> settlement.settle(id, false);
          default -> throw new InvalidRequest(404, "there is nothing here");
        });
  }

  private SandboxDispute dispute(GatewayRequest gatewayRequest, SandboxPayment sandboxPayment) {
    long amount =
        gatewayRequest.json().has("amount")
            ? gatewayRequest.amount()
            : sandboxPayment.captured() - sandboxPayment.refunded();
    return sandboxDisputes.open(sandboxPayment.id(), amount);
  }

  private Map<String, Object> notice(GatewayRequest gatewayRequest, SandboxPayment sandboxPayment) {
    boolean forged = gatewayRequest.json().path("forged").asBoolean();
    stateChanges.make(
        List.of(eventWriter.bare(gatewayRequest.text("type"), sandboxPayment, forged)));
    return Map.of("forged", forged);
  }

  /** By the gateway's own name for it or by the shop's key. */
  private SandboxPayment payment(String name) {
    return gatewayState
        .payment(name)
        .or(() -> gatewayState.paymentByKey(name))
        .orElseThrow(() -> new InvalidRequest(404, "no such payment"));
  }

  private static InvalidRequest unknown(String name) {
    return new InvalidRequest(400, name + " is not known");
  }
}
