package org.orderly.web.edge;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Redirects from a folder's name to the folder. The server's own redirect would come before all
 * filters, with the address that the client claims to have asked; this one has no host in it.
 */
@WebServlet(urlPatterns = {"/account", "/admin", "/assets"})
public class FolderRedirectServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private static final int PERMANENT_REDIRECT = 308;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    response.setStatus(PERMANENT_REDIRECT);
    response.setHeader("Location", request.getServletPath() + "/");
  }
}
