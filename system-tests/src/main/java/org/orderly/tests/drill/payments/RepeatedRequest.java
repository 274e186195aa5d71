package org.orderly.tests.drill.payments;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.orderly.tests.drill.customer.DrillAccount;
import org.orderly.tests.drill.customer.InstanceClient;

/** One request under one key, sent again until the answer is definite, and once more after that. */
final class RepeatedRequest {
  /** No outage lasts longer, with the slowest of starts. */
  private static final Duration PATIENCE = Duration.ofMinutes(8);

  private static final long BETWEEN_MILLIS = 250;

  private final DrillAccount sender;
  private final String path;
  private final String key = "drill-" + UUID.randomUUID();
  private final Map<String, Object> body;
  private final List<String> story = Collections.synchronizedList(new ArrayList<>());
  private volatile InstanceClient.Reply answer;
  private volatile InstanceClient.Reply repeated;

  RepeatedRequest(DrillAccount sender, String path, Map<String, Object> body) {
    this.sender = sender;
    this.path = path;
    this.body = body;
  }

  void run(InstanceClient instanceClient) throws InterruptedException {
    answer = insist(instanceClient);
  }

  /** The same once more, when all is well again. */
  void repeat(InstanceClient instanceClient) throws InterruptedException {
    repeated = insist(instanceClient);
  }

  private InstanceClient.Reply insist(InstanceClient instanceClient) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      try {
        InstanceClient.Reply reply =
            instanceClient.send(0, "POST", path, sender.token(), key, body);
        tell(reply.toString());
        if (reply.isDefinite()) {
          return reply;
        }
      } catch (IOException e) {
        tell(e.toString());
      }
      TimeUnit.MILLISECONDS.sleep(BETWEEN_MILLIS);
    }
    return null;
  }

  private void tell(String what) {
    story.add(Instant.now() + " " + what);
  }

  String key() {
    return key;
  }

  String path() {
    return path;
  }

  boolean isDone() {
    return answer != null && answer.isDone();
  }

  boolean isAnswered() {
    return answer != null;
  }

  /** What the answer is about; only if it is done. */
  UUID id() {
    return UUID.fromString(answer.body().get("id").asText());
  }

  /** How often it was sent, the last repetition included. */
  int attempts() {
    return story.size();
  }

  /** Whether the repetition was told the same as the first time. */
  boolean isConsistent() {
    if (answer == null || repeated == null) {
      return false;
    }
    return !isDone()
        || repeated.isDone() && repeated.body().get("id").equals(answer.body().get("id"));
  }

  @Override
  public String toString() {
    return path + " " + key + "\n    " + String.join("\n    ", story);
  }
}
