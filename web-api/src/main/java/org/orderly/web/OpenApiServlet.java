package org.orderly.web;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The API's description, as it is written: YAML, or JSON for who asks for it by {@code format=json}
 * or {@code Accept}.
 *
 * <p>The server would serve the same file at the same address, but loses what makes operations
 * public (empty {@code security}) and adds a member that no OpenAPI tool accepts.
 */
@WebServlet(urlPatterns = "/openapi")
public class OpenApiServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private byte[] yaml;
  private byte[] json;

  @Override
  public void init() {
    try (InputStream document =
        OpenApiServlet.class.getResourceAsStream("/META-INF/openapi.yaml")) {
      yaml = document.readAllBytes();
      json = new JsonMapper().writeValueAsBytes(new YAMLMapper().readTree(yaml));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
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
