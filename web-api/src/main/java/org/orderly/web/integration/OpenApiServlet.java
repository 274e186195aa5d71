package org.orderly.web.integration;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The API's description. The server's own, at the same address, loses half of it and is switched
 * off: see ADR 4.
 */
@WebServlet(urlPatterns = "/openapi")
public class OpenApiServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private transient WrittenDescription description;

  @Override
  public void init() {
    description = new WrittenDescription("/META-INF/openapi.yaml");
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    description.answer(request, response);
  }
}
