package org.orderly.web.integration;

import java.util.Map;

/** The bodies of this room that the API's description has schemas for. */
public final class IntegrationRecords {

  public static final Map<String, Class<? extends Record>> ALL =
      Map.ofEntries(
          Map.entry("ApiClientRequest", ApiClientsResource.ApiClientRequest.class),
          Map.entry("OAuthError", TokenResource.OAuthError.class),
          Map.entry("WebhookRequest", WebhooksResource.WebhookRequest.class),
          Map.entry("WebhookChange", WebhooksResource.WebhookChange.class));

  private IntegrationRecords() {}
}
