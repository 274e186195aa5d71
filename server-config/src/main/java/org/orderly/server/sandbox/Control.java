package org.orderly.server.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where tests and drills make the gateway fail, act for others, and look at what it holds. */
final class Control {
  private static final long LONGEST_LATENCY = 30_000;
  private static final int PAGE = 1_000;

  private final Books books;
  private final Bank bank;
  private final Disputes disputes;
  private final Changes changes;
  private final Faults faults;
  private final Telling telling;
  private final Counter counter;

  Control(
      Books books,
      Bank bank,
      Disputes disputes,
      Changes changes,
      Faults faults,
      Telling telling,
      Counter counter) {
    this.books = books;
    this.bank = bank;
    this.disputes = disputes;
    this.changes = changes;
    this.faults = faults;
    this.telling = telling;
    this.counter = counter;
  }

  Reply answer(Call call) {
    if (call.is("GET", "control")) {
      return Reply.ok(overview());
    }
    if (call.is("PUT", "control", "latency")) {
      long millis = call.json().path("millis").asLong(-1);
      if (millis < 0 || millis > LONGEST_LATENCY) {
        throw new Refusal(400, "millis must be from 0 to " + LONGEST_LATENCY);
      }
      counter.latency(millis);
      return Reply.ok(overview());
    }
    if (call.is("PUT", "control", "notices")) {
      telling.usual(Manner.named(call.text("manner")).orElseThrow(() -> unknown("manner")));
      return Reply.ok(overview());
    }
    if (call.is("POST", "control", "faults")) {
      return order(call);
    }
    if (call.is("DELETE", "control", "faults")) {
      faults.clear();
      return Reply.ok(overview());
    }
    if (call.is("GET", "control", "*")) {
      return list(call);
    }
    return act(call);
  }

  private Map<String, Object> overview() {
    Map<String, Object> overview = new LinkedHashMap<>();
    overview.put("latencyMillis", counter.latency());
    overview.put("notices", telling.usual());
    overview.put("faults", faults.ordered());
    overview.put("payments", books.all(Payment.class).size());
    overview.put("moves", books.all(Move.class).size());
    overview.put("disputes", books.all(Dispute.class).size());
    overview.put("undelivered", books.undelivered().size());
    return overview;
  }

  private Reply order(Call call) {
    JsonNode json = call.json();
    int times = json.path("times").asInt(1);
    if (times < 1 || times > 1_000_000) {
      throw new Refusal(400, "times must be from 1 to 1000000");
    }
    faults.order(
        new Faults.Ordered(
            Operation.named(call.text("operation")).orElseThrow(() -> unknown("operation")),
            Fault.named(call.text("fault")).orElseThrow(() -> unknown("fault")),
            call.optional("key"),
            times));
    return Reply.ok(overview());
  }

  /** A page of what the gateway holds, in the order in which it heard of it. */
  private Reply list(Call call) {
    Class<? extends Kept> type =
        switch (call.path().get(1)) {
          case "payments" -> Payment.class;
          case "moves" -> Move.class;
          case "disputes" -> Dispute.class;
          default -> throw new Refusal(404, "there is nothing here");
        };
    String after = call.query().get("after");
    List<? extends Kept> items =
        books.all(type).stream()
            .dropWhile(one -> after != null && !one.id().equals(after))
            .skip(after == null ? 0 : 1)
            .limit(PAGE)
            .toList();
    return Reply.ok(Map.of("items", items, "more", items.size() == PAGE));
  }

  private Reply act(Call call) {
    if (!call.is("POST", "control", "*", "*", "*")) {
      throw new Refusal(404, "there is nothing here");
    }
    String id = call.path().get(2);
    String what = call.path().get(1) + " " + call.path().get(3);
    return Reply.ok(
        switch (what) {
          case "payments approve" -> bank.step(payment(id).id(), true);
          case "payments refuse" -> bank.step(payment(id).id(), false);
          case "payments dispute" -> dispute(call, payment(id));
          case "payments notice" -> notice(call, payment(id));
          case "disputes win" -> disputes.close(id, true);
          case "disputes lose" -> disputes.close(id, false);
          case "moves complete" -> bank.settle(id, true);
          case "moves return" -> bank.settle(id, false);
          default -> throw new Refusal(404, "there is nothing here");
        });
  }

  private Dispute dispute(Call call, Payment payment) {
    long amount =
        call.json().has("amount") ? call.amount() : payment.captured() - payment.refunded();
    return disputes.open(payment.id(), amount);
  }

  private Map<String, Object> notice(Call call, Payment payment) {
    boolean forged = call.json().path("forged").asBoolean();
    changes.make(List.of(telling.bare(call.text("type"), payment, forged)));
    return Map.of("forged", forged);
  }

  /** By the gateway's own name for it or by the shop's key. */
  private Payment payment(String name) {
    return books
        .payment(name)
        .or(() -> books.paymentByKey(name))
        .orElseThrow(() -> new Refusal(404, "no such payment"));
  }

  private static Refusal unknown(String name) {
    return new Refusal(400, name + " is not known");
  }
}
