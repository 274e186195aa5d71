package org.orderly.web.integration;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The description of what the domains tell one another, and webhooks. */
@WebServlet(urlPatterns = "/asyncapi")
public class AsyncApiServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private transient WrittenDescription description;

  @Override
  public void init() {
    description = new WrittenDescription("/META-INF/asyncapi.yaml");
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    description.answer(request, response);
  }
}
