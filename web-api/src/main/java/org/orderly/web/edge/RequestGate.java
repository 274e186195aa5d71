package org.orderly.web.edge;

import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.FilterChainEvent;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpCodecFilter;
import org.glassfish.grizzly.http.HttpEvents;
import org.glassfish.grizzly.http.HttpHeader;

/**
 * Stands between the connector's HTTP codec and the container.
 *
 * <p>Requests of a connection that has ended go no further: the container would look at each one's
 * token for nothing. And offers to speak another protocol are ignored (RFC 9110, 7.8), such as
 * those of Java's client: the codec takes what follows them for the other protocol's, reads no
 * length of a body and so waits for its end until the client leaves, unless a filter behind it says
 * otherwise. The server's own filter for HTTP/2 does, but HTTP/2 in the clear is off.
 */
final class RequestGate extends BaseFilter {

  /** The same chain with this filter in it; requests under way go on in the old one. */
  static FilterChain addedTo(FilterChain chain) {
    int behindCodec = chain.indexOfType(HttpCodecFilter.class) + 1;
    return behindCodec == 0 || chain.indexOfType(RequestGate.class) >= 0
        ? chain
        : FilterChainBuilder.stateless().addAll(chain).add(behindCodec, new RequestGate()).build();
  }

  @Override
  public NextAction handleRead(FilterChainContext context) {
    return context.getConnection().isOpen() ? context.getInvokeAction() : context.getStopAction();
  }

  @Override
  public NextAction handleEvent(FilterChainContext context, FilterChainEvent event) {
    if (event.type() == HttpEvents.IncomingHttpUpgradeEvent.TYPE) {
      HttpHeader request = ((HttpEvents.IncomingHttpUpgradeEvent) event).getHttpHeader();
      request.setIgnoreContentModifiers(false);
      request.getUpgradeDC().recycle();
      return context.getStopAction();
    }
    return context.getInvokeAction();
  }
}
