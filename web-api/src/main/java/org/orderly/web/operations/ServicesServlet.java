package org.orderly.web.operations;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.orderly.web.problem.JsonBodies;

/** Beside the server's own health: the circuit breakers around what is outside the instance. */
@WebServlet(urlPatterns = "/health/services")
public class ServicesServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient CircuitBreakerStates services;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/json");
    response
        .getOutputStream()
        .write(JsonBodies.MAPPER.writeValueAsBytes(Map.of("services", services.reports())));
  }
}
