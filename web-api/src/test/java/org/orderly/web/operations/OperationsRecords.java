package org.orderly.web.operations;

import java.util.Map;

/** The bodies of this room that the API's description has schemas for. */
public final class OperationsRecords {

  public static final Map<String, Class<? extends Record>> ALL =
      Map.ofEntries(
          Map.entry("ResolveRequest", TransactionsResource.ResolveRequest.class),
          Map.entry("BrokerDepth", BrokerResource.BrokerDepth.class),
          Map.entry("OutboxDepth", BrokerResource.Waiting.class),
          Map.entry("ReplayRequest", DeadLettersResource.ReplayRequest.class));

  private OperationsRecords() {}
}
