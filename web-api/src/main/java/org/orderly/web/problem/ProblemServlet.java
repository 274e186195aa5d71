package org.orderly.web.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The error page: answers what the container refused, or failed at, outside of JAX-RS. */
@WebServlet(urlPatterns = "/problem")
public class ProblemServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Throwable failure = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    Integer failed = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int status = failed == null ? HttpServletResponse.SC_NOT_FOUND : told(failed);
    Problem problem =
        failure == null ? HttpStatusProblem.of(status) : UnexpectedProblems.problem(failure);
    if (status == HttpServletResponse.SC_UNAUTHORIZED) {
      response.setHeader("WWW-Authenticate", "Bearer realm=\"orderly\", error=\"invalid_token\"");
    }
    problem.writeTo(response);
  }

  /** Servlets call a method that they do not know a failure of the server. */
  private static int told(int status) {
    return status == HttpServletResponse.SC_NOT_IMPLEMENTED
        ? HttpServletResponse.SC_METHOD_NOT_ALLOWED
        : status;
  }
}
