package org.orderly.tests.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What came back; the status is 0 if nothing did. */
record RawAnswer(int status, Map<String, String> headers, byte[] body) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PATIENCE_MILLIS = 30_000;
  private static final RawAnswer NONE = new RawAnswer(0, Map.of(), new byte[0]);

  static RawAnswer to(byte[] request, URI shop) throws IOException {
    try (Socket socket = new Socket(shop.getHost(), shop.getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.setTcpNoDelay(true);
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
      return read(socket.getInputStream());
    }
  }

  String header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
  }

  JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  /** A stream of events is read no further than its head. */
  private static RawAnswer read(InputStream input) throws IOException {
    String line = line(input);
    if (line.isEmpty()) {
      return NONE;
    }
    String[] parts = line.split(" ", 3);
    int status = parts.length > 1 && parts[1].matches("[0-9]{3}") ? Integer.parseInt(parts[1]) : 0;
    Map<String, String> headers = new TreeMap<>();
    for (String header = line(input); !header.isEmpty(); header = line(input)) {
      int colon = header.indexOf(':');
      headers.put(
          header.substring(0, Math.max(colon, 0)).toLowerCase(Locale.ROOT),
          header.substring(colon + 1).strip());
    }
    boolean stream = headers.getOrDefault("content-type", "").startsWith("text/event-stream");
    if (stream || status == 204 || status == 304) {
      return new RawAnswer(status, headers, new byte[0]);
    }
    byte[] body =
        headers.getOrDefault("transfer-encoding", "").equals("chunked")
            ? chunks(input)
            : input.readNBytes(length(headers));
    return new RawAnswer(status, headers, body);
  }

  private static int length(Map<String, String> headers) {
    String told = headers.get("content-length");
    return told == null ? Integer.MAX_VALUE : Integer.parseInt(told);
  }

  private static byte[] chunks(InputStream input) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (String size = line(input); !size.isEmpty(); size = line(input)) {
      int length = Integer.parseInt(size.split(";")[0].strip(), 16);
      if (length == 0) {
        break;
      }
      body.writeBytes(input.readNBytes(length));
      line(input);
    }
    return body.toByteArray();
  }

  private static String line(InputStream input) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = input.read(); next >= 0 && next != '\n'; next = input.read()) {
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }
}
