package org.orderly.web.integration;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * A document that is served as it is written: YAML, or JSON for who asks for it by {@code
 * format=json} or {@code Accept}.
 */
final class WrittenDescription {

  private final byte[] yaml;
  private final byte[] json;

  /**
   * @param resource YAML on the class path
   */
  WrittenDescription(String resource) {
    try (InputStream document = WrittenDescription.class.getResourceAsStream(resource)) {
      yaml = document.readAllBytes();
      json = new JsonMapper().writeValueAsBytes(new YAMLMapper().readTree(yaml));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    boolean asJson = wantsJson(request);
    response.setHeader("Vary", "Accept");
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setContentType(asJson ? "application/json" : "application/yaml;charset=UTF-8");
    response.getOutputStream().write(asJson ? json : yaml);
  }

  private static boolean wantsJson(HttpServletRequest request) {
    String format = request.getParameter("format");
    String accept = request.getHeader("Accept");
    return format == null
        ? accept != null && accept.contains("json")
        : format.equalsIgnoreCase("json");
  }
}
