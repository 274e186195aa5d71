package org.orderly.tests.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A request byte by byte: clients of the library refuse to send most of what is tried here.
 *
 * @param what which request of the run it is, so that it can be repeated
 */
public record RawRequest(
    String what, String method, String target, List<String> headers, byte[] body) {

  byte[] bytes(String host) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
    head.append("Host: ").append(host).append("\r\nConnection: close\r\n");
    headers.forEach(header -> head.append(header).append("\r\n"));
    if (body.length > 0 || !method.equals("GET")) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(body);
    return bytes.toByteArray();
  }

  /** Without the token, which would fill the screen. */
  @Override
  public String toString() {
    List<String> shown =
        headers.stream().filter(header -> !header.startsWith("Authorization: Bearer ey")).toList();
    String text = new String(body, StandardCharsets.UTF_8);
    return "%s: %s %s %s %s"
        .formatted(
            what, method, target, shown, text.length() > 600 ? text.substring(0, 600) : text);
  }
}
