package org.orderly.notification.webhook;

import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.InvalidValue;
import org.orderly.notification.webhook.payload.WebhookEventTypes;
import org.orderly.notification.webhook.sending.TargetUrl;

/** What an admin decides about a webhook, in a form that can be kept. */
record WebhookDraft(String url, Set<String> events, String description) {

  private static final int LONGEST_DESCRIPTION = 200;

  /**
   * @param description may be {@code null}
   * @throws TargetRefused if the address is none that anything is sent to, as far as its text tells
   * @throws InvalidValue if there are no such events, or too many words
   */
  static WebhookDraft of(String url, Collection<String> events, @Nullable String description) {
    String said = description == null ? "" : description.strip();
    if (said.length() > LONGEST_DESCRIPTION) {
      throw new InvalidValue(
          "description", "is longer than " + LONGEST_DESCRIPTION + " characters");
    }
    TargetUrl target = TargetUrl.parse(url.strip());
    return new WebhookDraft(target.uri().toString(), WebhookEventTypes.chosen(events), said);
  }

  TargetUrl target() {
    return TargetUrl.parse(url);
  }
}
