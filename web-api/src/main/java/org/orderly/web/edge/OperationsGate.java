package org.orderly.web.edge;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orderly.kernel.Network;
import org.orderly.platform.request.RequestContext;

/**
 * Shows metrics, and what the shop knows of the services outside, to those networks alone that
 * operations people name; to this API client if they name none.
 *
 * <p>A request that came through a proxy which is not trusted has that proxy's address, and is
 * nobody's from inside.
 */
public class OperationsGate extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Inject private transient ClientAddress addresses;

  @Inject
  @ConfigProperty(name = "orderly.operations.networks")
  private transient Optional<String> configured;

  private transient List<Network> networks;

  @Override
  public void init() {
    networks =
        Arrays.stream(configured.orElse("127.0.0.0/8,::1").split(",", -1))
            .map(Network::parse)
            .toList();
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<InetAddress> client = Network.address(RequestContext.current().address());
    boolean isInside =
        client.isPresent()
            && networks.stream().anyMatch(network -> network.contains(client.get()))
            && (addresses.isProxy(request.getRemoteAddr()) || !isForwarded(request));
    if (isInside) {
      chain.doFilter(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  private static boolean isForwarded(HttpServletRequest request) {
    return request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null;
  }
}
