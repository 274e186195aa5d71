package org.orderly.tests.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BinaryOperator;
import org.orderly.tests.fuzz.ApiDescription.Operation;
import org.orderly.tests.fuzz.ApiDescription.Parameter;

/** Makes the request with a number: the same for the same seed, whatever was sent before. */
final class RequestMaker {

  private static final List<String> TYPES =
      List.of(
          "application/json; charset=utf-8",
          "application/json; charset=utf-16",
          "application/json;charset",
          "text/plain",
          "application/xml",
          "multipart/form-data; boundary=x",
          "json",
          "application/x-www-form-urlencoded",
          "");

  private static final List<String> ODD_HEADERS =
      List.of(
          "If-Match: 17",
          "If-Match: \"1",
          "If-Match: \"1\", \"2\"",
          "If-Match: *",
          "If-None-Match: W/",
          "If-None-Match: \"%s",
          "If-None-Match: *",
          "If-Modified-Since: yesterday",
          "Accept: text/html",
          "Accept: ;q=x",
          "Accept: */*;q=0",
          "Accept-Language: ;;;",
          "Accept-Encoding: %s",
          "Cookie: orderly_oidc=%s; $Version=x; =; a=\"b",
          "Cookie: \u2028",
          "Idempotency-Key: %s\u00e9",
          "Idempotency-Key: ",
          "Last-Event-ID: %s",
          "Range: bytes=9-1",
          "Expect: %s",
          "Content-Encoding: gzip",
          "Origin: null",
          "X-Forwarded-For: %s",
          "X-HTTP-Method-Override: DELETE",
          "User-Agent: %s\u0001",
          "Authorization: Basic %s",
          "Authorization: Bearer %s");

  private final ApiDescription description;
  private final List<Operation> operations;
  private final List<String> callers;
  private final BinaryOperator<String> things;
  private final long seed;

  /**
   * @param callers the header by which each shows who it is; empty for nobody
   * @param things a path with things in place of its parameters, for a caller and a route
   */
  RequestMaker(
      ApiDescription description,
      List<String> callers,
      BinaryOperator<String> things,
      long seed,
      List<Operation> operations) {
    this.description = description;
    this.callers = callers;
    this.things = things;
    this.seed = seed;
    this.operations = operations;
  }

  /** A request, with the operation that it is of. */
  record Made(RawRequest request, Operation operation, boolean otherMethod) {}

  Made make(int number) {
    Random random = new Random(seed * 1_000_003L + number);
    Operation operation = operations.get(number % operations.size());
    String mark = mark(number);
    BodyMaker values = new BodyMaker(description, random, mark, 15);
    List<String> headers = new ArrayList<>();
    String credentials = callers.get((number / operations.size()) % callers.size());
    if (!credentials.isEmpty()) {
      headers.add(credentials);
    }
    String target =
        path(credentials, operation, random, mark) + query(operation, random, mark, values);
    headers(operation, random, mark, values, headers);
    byte[] body = body(operation, random, values, headers);
    boolean other = random.nextInt(40) == 0;
    String method =
        other
            ? List.of("OPTIONS", "HEAD", "PATCH", "PUT", "DELETE", "BREW").get(random.nextInt(6))
            : operation.method();
    String what = "-Dfuzz.seed=" + seed + " request " + number;
    return new Made(new RawRequest(what, method, target, headers, body), operation, other);
  }

  /** How many there are until each operation was called once by each caller. */
  int round() {
    return operations.size() * callers.size();
  }

  /** Found in a log, it says which request wrote it. */
  String mark(int number) {
    return "zq" + Long.toHexString(seed) + "x" + number + "qz";
  }

  private String path(String caller, Operation operation, Random random, String mark) {
    boolean odd = random.nextInt(4) == 0;
    if (!operation.path().contains("{")) {
      return operation.path() + (odd ? suffix(random, mark) : "");
    }
    if (!odd) {
      return things.apply(caller, operation.route());
    }
    String path = operation.path();
    while (path.contains("{")) {
      String value = random.nextInt(3) == 0 ? "%00" : escaped(OddText.some(random, mark));
      path = path.replaceFirst("\\{[A-Za-z]+}", value.isEmpty() ? "%20" : value);
    }
    return path;
  }

  private static String suffix(Random random, String mark) {
    return List.of(";a=" + mark, "/", "//", "/.", "%2F", "%00", ";", "/%20", "?")
        .get(random.nextInt(9));
  }

  private String query(Operation operation, Random random, String mark, BodyMaker values) {
    List<String> query = new ArrayList<>();
    for (Parameter parameter : operation.parameters()) {
      if (parameter.in().equals("query") && random.nextInt(3) == 0) {
        String value =
            random.nextInt(3) == 0
                ? OddText.some(random, mark)
                : values.value(parameter.schema(), 0).asText();
        query.add(parameter.name() + "=" + escaped(value));
      }
    }
    switch (random.nextInt(60)) {
      case 0 -> query.add(escaped(OddText.some(random, mark)) + "=1");
      case 1 -> query.add("limit=1&limit=2");
      case 2 -> query.add("%zz=%");
      case 3 -> query.add("a=%c0%80&b=%ff");
      default -> {}
    }
    return query.isEmpty() ? "" : "?" + String.join("&", query);
  }

  private static void headers(
      Operation operation, Random random, String mark, BodyMaker values, List<String> headers) {
    for (Parameter parameter : operation.parameters()) {
      if (parameter.in().equals("header") && random.nextInt(2) == 0) {
        String value =
            random.nextInt(4) == 0 ? OddText.some(random, mark) : values.text(parameter.schema());
        headers.add(parameter.name() + ": " + oneLine(value));
      }
    }
    if (random.nextInt(6) == 0) {
      String odd = ODD_HEADERS.get(random.nextInt(ODD_HEADERS.size()));
      headers.add(odd.replace("%s", mark));
    }
  }

  private byte[] body(Operation operation, Random random, BodyMaker values, List<String> headers) {
    if (operation.bodyType().isEmpty() && random.nextInt(20) > 0) {
      return new byte[0];
    }
    boolean oddType = random.nextInt(25) == 0;
    String type =
        oddType
            ? TYPES.get(random.nextInt(TYPES.size()))
            : operation.bodyType().orElse("application/json");
    headers.add("Content-Type: " + type);
    JsonNode value = values.value(operation.bodySchema(), 0);
    if (type.equals("application/x-www-form-urlencoded")) {
      return form(value).getBytes(StandardCharsets.UTF_8);
    }
    return WrongJson.maybe(value.toString(), random);
  }

  private static String form(JsonNode value) {
    List<String> members = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      members.add(escaped(member.getKey()) + "=" + escaped(member.getValue().asText()));
    }
    return String.join("&", members);
  }

  /** Half of a pair cannot be sent in UTF-8. */
  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\r\n\u0000]", " ");
  }
}
