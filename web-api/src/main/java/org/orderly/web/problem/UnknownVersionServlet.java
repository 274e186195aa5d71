package org.orderly.web.problem;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Answers what is below {@code /api} and no version of it; see docs/api-versioning.md. */
@WebServlet(urlPatterns = "/api/*")
public class UnknownVersionServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final List<String> SUPPORTED = List.of("v1");

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Problem.of(
            404,
            "unknown-api-version",
            "this version of the API does not exist; see supported",
            List.of(),
            Map.of("supported", SUPPORTED))
        .writeTo(response);
  }
}
