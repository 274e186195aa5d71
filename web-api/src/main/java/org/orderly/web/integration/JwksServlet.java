package org.orderly.web.integration;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.orderly.identity.token.PublicKeys;

/** The keys that verify our tokens, where verifiers look for them: outside the versioned API. */
@WebServlet(urlPatterns = "/.well-known/jwks.json")
public class JwksServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient PublicKeys keys;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "public, max-age=60");
    response.getOutputStream().write(keys.jwks().getBytes(StandardCharsets.UTF_8));
  }
}
