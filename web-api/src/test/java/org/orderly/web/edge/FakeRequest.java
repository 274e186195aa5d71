package org.orderly.web.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A request as far as the front door looks at it; anything else of it is a mistake to ask. */
public final class FakeRequest {

  private final Map<String, List<String>> headers = new LinkedHashMap<>();
  private final Map<String, Object> answers = new LinkedHashMap<>();

  public FakeRequest(String peer) {
    answers.put("getRemoteAddr", peer);
    answers.put("isSecure", false);
  }

  public FakeRequest with(String header, String value) {
    headers.computeIfAbsent(key(header), name -> new ArrayList<>()).add(value);
    return this;
  }

  public FakeRequest answering(String method, Object value) {
    answers.put(method, value);
    return this;
  }

  public HttpServletRequest made() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            FakeRequest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getHeaders" -> Collections.enumeration(values(arguments[0]));
                  case "getAttribute" -> null;
                  case "getHeader" -> values(arguments[0]).stream().findFirst().orElse(null);
                  default -> answer(method.getName());
                });
  }

  private Object answer(String method) {
    if (!answers.containsKey(method)) {
      throw new UnsupportedOperationException(method);
    }
    return answers.get(method);
  }

  private List<String> values(Object header) {
    return headers.getOrDefault(key((String) header), List.of());
  }

  private static String key(String header) {
    return header.toLowerCase(Locale.ROOT);
  }
}
