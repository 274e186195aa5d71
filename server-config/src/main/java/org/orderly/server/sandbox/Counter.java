package org.orderly.server.sandbox;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Where the shop's requests for money are answered, or not, as the faults want it. */
final class Counter {
  private static final int PAGE = 1_000;
  private static final long SLOW_MILLIS = 2_000;

  /** For how long a time-out hides what was done: longer than a shop tries within one request. */
  private static final long HIDDEN_MILLIS = 8_000;

  private final Books books;
  private final Bank bank;
  private final Faults faults;
  private final String url;
  private volatile long latencyMillis;

  Counter(Books books, Bank bank, Faults faults, String url, long latencyMillis) {
    this.books = books;
    this.bank = bank;
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

  Reply answer(Call call) {
    if (call.is("POST", "payments")) {
      return authorize(call);
    }
    if (call.is("GET", "payments")) {
      return status(books.paymentByKey(call.query().getOrDefault("key", "")).orElse(null));
    }
    if (call.is("GET", "payments", "*")) {
      return status(books.payment(call.path().get(1)).orElse(null));
    }
    if (call.is("POST", "payments", "*", "*")) {
      return move(call, payment(call.path().get(1)), call.path().get(2));
    }
    if (call.is("POST", "payouts")) {
      return payOut(call);
    }
    if (call.is("GET", "movements")) {
      return asked(faults.of(Operation.MOVEMENTS, null, null, null, 0), () -> movements(call));
    }
    throw new Refusal(404, "there is nothing here");
  }

  private Reply authorize(Call call) {
    String token = call.optional("token") == null ? Token.USUAL : call.text("token");
    Order order =
        new Order(
            call.text("key"),
            token,
            call.text("currency"),
            call.amount(),
            call.json().path("captureNow").asBoolean(),
            call.optional("returnTo"));
    Fault fault = faults.of(Operation.AUTHORIZE, order.key(), null, token, order.amount());
    return faulty(fault, () -> view(bank.authorize(order, fault)));
  }

  private Reply status(Payment payment) {
    String key = payment == null ? null : payment.key();
    Fault fault = faults.of(Operation.STATUS, key, key, null, 0);
    return asked(
        fault,
        () -> {
          if (payment == null) {
            throw new Refusal(404, "no such payment");
          }
          return view(payment);
        });
  }

  private Reply move(Call call, Payment payment, String what) {
    String key = call.text("key");
    String id = payment.id();
    Operation operation =
        Operation.named(what).orElseThrow(() -> new Refusal(404, "there is nothing here"));
    long amount = operation == Operation.CANCEL ? 0 : call.amount();
    Fault fault = faults.of(operation, key, payment.key(), payment.token(), amount);
    return switch (operation) {
      case CAPTURE -> faulty(fault, () -> bank.capture(key, id, amount, fault));
      case CANCEL -> faulty(fault, () -> bank.cancel(key, id));
      case REFUND -> faulty(fault, () -> bank.refund(key, id, amount, fault));
      default -> throw new Refusal(404, "there is nothing here");
    };
  }

  private Reply payOut(Call call) {
    String key = call.text("key");
    String to = call.text("to");
    long amount = call.amount();
    Fault fault = faults.of(Operation.PAYOUT, key, null, null, amount);
    return faulty(fault, () -> bank.payOut(key, to, call.text("currency"), amount, fault));
  }

  private Object movements(Call call) {
    long from = number(call, "from");
    long to = number(call, "to");
    String after = call.query().getOrDefault("after", "");
    List<Map<String, Object>> page =
        books.all(Move.class).stream()
            .filter(move -> move.moved() && move.at() >= from && move.at() < to)
            .sorted(Comparator.comparing(Counter::place))
            .filter(move -> place(move).compareTo(after) > 0)
            .limit(PAGE)
            .map(this::view)
            .toList();
    return Map.of("items", page, "more", page.size() == PAGE);
  }

  /** By time, and those of one moment by name. */
  private static String place(Move move) {
    return String.format("%015d-%s", move.at(), move.id());
  }

  private static long number(Call call, String name) {
    try {
      return Long.parseLong(call.query().getOrDefault(name, ""));
    } catch (NumberFormatException e) {
      throw new Refusal(400, name + " must be milliseconds since 1970");
    }
  }

  private Map<String, Object> view(Move move) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", move.id());
    view.put("place", place(move));
    view.put("kind", move.kind());
    view.put("key", move.key());
    view.put("payment", move.payment());
    view.put("paymentKey", move.payment() == null ? null : payment(move.payment()).key());
    view.put("currency", move.currency());
    view.put("amount", move.amount());
    view.put("fee", move.fee());
    view.put("at", move.at());
    return view;
  }

  private Map<String, Object> view(Payment payment) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", payment.id());
    view.put("key", payment.key());
    view.put("state", payment.state());
    view.put("currency", payment.currency());
    view.put("authorized", payment.authorized());
    view.put("captured", payment.captured());
    view.put("refunded", payment.refunded());
    view.put("fee", payment.fee());
    view.put("declineCode", payment.declineCode());
    view.put("at", payment.at());
    if (payment.state() == Payment.State.ACTION_REQUIRED) {
      view.put("step", url + "step/" + payment.id() + "?secret=" + payment.stepSecret());
    }
    return view;
  }

  private Payment payment(String id) {
    return books.payment(id).orElseThrow(() -> new Refusal(404, "no such payment"));
  }

  private Reply faulty(Fault fault, Supplier<Object> work) {
    pause(latencyMillis + (fault == Fault.SLOW ? SLOW_MILLIS : 0));
    return switch (fault) {
      case TIMEOUT_BEFORE -> Reply.none();
      case ERROR -> Reply.failed(503, "out of order on demand");
      case TIMEOUT_AFTER -> hidden(work.get());
      default -> Reply.ok(work.get());
    };
  }

  /** A question does nothing: there is no after. */
  private Reply asked(Fault fault, Supplier<Object> question) {
    return faulty(fault == Fault.TIMEOUT_AFTER ? Fault.TIMEOUT_BEFORE : fault, question);
  }

  private static Reply hidden(Object done) {
    long at = done instanceof Move move ? move.at() : (long) ((Map<?, ?>) done).get("at");
    Reply reply = Reply.ok(done);
    return System.currentTimeMillis() - at < HIDDEN_MILLIS ? reply.silenced() : reply;
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
