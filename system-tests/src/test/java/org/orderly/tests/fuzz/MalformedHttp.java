package org.orderly.tests.fuzz;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Requests that the container refuses before anybody of ours sees them. */
public final class MalformedHttp {

  /**
   * What the server takes though it is not HTTP: a header without a colon, which it passes over. It
   * is a fault that is known; whoever mends it takes it out here.
   */
  public static final Set<String> KNOWN = Set.of("header without a colon");

  private static final String END = "Host: shop\r\nConnection: close\r\n\r\n";

  private MalformedHttp() {}

  /** What is wrong with the answers; a connection that is closed without one is right too. */
  public static List<String> faults(URI shop) {
    List<String> faults = new ArrayList<>();
    requests()
        .forEach(
            (name, request) -> {
              if (KNOWN.contains(name)) {
                return;
              }
              try {
                RawAnswer answer =
                    RawAnswer.to(request.getBytes(StandardCharsets.ISO_8859_1), shop);
                if (answer.status() >= 500 && answer.status() != 505) {
                  faults.add(name + ": a failure, " + answer.status());
                } else if (answer.status() != 0) {
                  AnswerCheck.problem(answer).ifPresent(fault -> faults.add(name + ": " + fault));
                }
              } catch (IOException e) {
                if (!"Connection reset".equals(e.getMessage())) {
                  faults.add(name + ": " + e);
                }
              }
            });
    return faults;
  }

  private static Map<String, String> requests() {
    Map<String, String> requests = new LinkedHashMap<>();
    String get = "GET /api/v1/products HTTP/1.1\r\n";
    requests.put("unknown address", "GET /nothing HTTP/1.1\r\n" + END);
    requests.put("unknown address of the API", "GET /api/v1/nothing HTTP/1.1\r\n" + END);
    requests.put("unknown version", "GET /api/v9/products HTTP/1.1\r\n" + END);
    requests.put("unknown method", "BREW /api/v1/products HTTP/1.1\r\n" + END);
    requests.put("unknown method of a file", "BREW /openapi HTTP/1.1\r\n" + END);
    requests.put("wrong method", "DELETE /api/v1/products HTTP/1.1\r\n" + END);
    requests.put("TRACE", "TRACE /api/v1/products HTTP/1.1\r\n" + END);
    requests.put("NUL in the address", "GET /api/v1/products/%00 HTTP/1.1\r\n" + END);
    requests.put("no escape", "GET /api/v1/products/%zz HTTP/1.1\r\n" + END);
    requests.put("no escape at all", "GET /% HTTP/1.1\r\n" + END);
    requests.put("no escape, by HEAD", "HEAD /api/v1/products/%zz HTTP/1.1\r\n" + END);
    requests.put("a dot", "GET /api/v1/products/. HTTP/1.1\r\n" + END);
    requests.put("unknown expectation", get + "Expect: tea\r\n" + END);
    requests.put("no host", get + "Connection: close\r\n\r\n");
    requests.put("escaped slash", "GET /api/v1/products%2F1 HTTP/1.1\r\n" + END);
    requests.put("dots", "GET /api/v1/../../WEB-INF/web.xml HTTP/1.1\r\n" + END);
    requests.put("no escape in the query", "GET /api/v1/products?q=%zz HTTP/1.1\r\n" + END);
    requests.put(
        "long address", "GET /api/v1/products?q=" + "a".repeat(60_000) + " HTTP/1.1\r\n" + END);
    requests.put("long header", get + "X-A: " + "a".repeat(60_000) + "\r\n" + END);
    requests.put("many headers", get + "X-A: a\r\n".repeat(2_000) + END);
    requests.put("bad token", get + "Authorization: Bearer x.y.z\r\n" + END);
    requests.put("bad length", get + "Content-Length: minus\r\n" + END);
    requests.put("negative length", get + "Content-Length: -5\r\n" + END);
    requests.put(
        "bad chunk",
        "POST /api/v1/auth/register HTTP/1.1\r\nContent-Type: application/json\r\n"
            + "Transfer-Encoding: chunked\r\n"
            + END
            + "zz\r\n{}\r\n0\r\n\r\n");
    requests.put("header without a colon", get + "nonsense\r\n" + END);
    requests.put("bad version", "GET /api/v1/products HTTP/9.9\r\n" + END);
    return requests;
  }
}
