package org.orderly.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnreadResponsesTest {

  private static final long LATER = UnreadResponses.PATIENCE_NANOS + 1;

  private final UnreadResponses answers = new UnreadResponses(3);

  @Test
  void admitsWhoReadsBeforeAskingAgain() {
    Client ann = open("192.0.2.1");
    ann.unread = UnreadResponses.AT_NEXT_REQUEST;
    assertThat(answers.admits(ann)).isTrue();
    assertThat(ann.ended).isFalse();
  }

  @Test
  void endsWhoAsksWithoutReading() {
    Client eve = open("192.0.2.1");
    eve.unread = UnreadResponses.AT_NEXT_REQUEST + 1;
    assertThat(answers.admits(eve)).isFalse();
    assertThat(eve.ended).isTrue();
  }

  @Test
  void endsMoreConnectionsThanOneSiteMayHave() {
    for (int i = 0; i < 3; i++) {
      assertThat(open("192.0.2.1").ended).isFalse();
    }
    assertThat(open("192.0.2.1").ended).isTrue();
    assertThat(open("192.0.2.2").ended).isFalse();
  }

  @Test
  void makesRoomWhenOneCloses() {
    Client first = open("192.0.2.1");
    open("192.0.2.1");
    open("192.0.2.1");
    answers.closed(first);
    assertThat(open("192.0.2.1").ended).isFalse();
  }

  @Test
  void letsProxiesHaveAnyNumber() {
    for (int i = 0; i < 5; i++) {
      Client proxied = new Client("192.0.2.9", true);
      answers.opened(proxied, 0);
      assertThat(proxied.ended).isFalse();
    }
  }

  @Test
  void admitsNobodyOfASiteThatLeavesTooMuchUnread() {
    Client first = open("192.0.2.1");
    Client second = open("192.0.2.1");
    first.unread = UnreadResponses.EACH_SITE + 1;
    assertThat(answers.admits(second)).isFalse();
    assertThat(answers.admits(open("192.0.2.2"))).isTrue();
  }

  @Test
  void endsWhoTakesNothingForTooLong() {
    Client stalled = open("192.0.2.1");
    Client slow = open("192.0.2.2");
    stalled.unread = 1_000;
    slow.unread = 1_000;
    answers.sweep(1);
    slow.unread = 999;
    answers.sweep(LATER);
    slow.unread = 998;
    answers.sweep(LATER + 1);
    assertThat(stalled.ended).isTrue();
    assertThat(slow.ended).isFalse();
  }

  @Test
  void doesNotCountAsTakenWhatIsAddedMeanwhile() {
    Client stalled = open("192.0.2.1");
    stalled.unread = 1_000;
    answers.sweep(1);
    stalled.unread = 2_000;
    answers.sweep(2);
    answers.sweep(LATER + 2);
    assertThat(stalled.ended).isTrue();
  }

  @Test
  void endsWhoHasMostWhenItIsTooMuchForAll() {
    List<Client> many = new ArrayList<>();
    for (int i = 0; i < 33; i++) {
      Client client = open("192.0.2." + i);
      client.unread = 2 << 20;
      many.add(client);
    }
    Client little = open("198.51.100.1");
    little.unread = 1_000;
    answers.sweep(1);
    long left = many.stream().filter(client -> !client.ended).mapToLong(Client::unread).sum();
    assertThat(left).isLessThanOrEqualTo(UnreadResponses.ALL / 2);
    assertThat(little.ended).isFalse();
  }

  private Client open(String site) {
    Client client = new Client(site, false);
    answers.opened(client, 0);
    return client;
  }

  private static final class Client implements ClientConnection {

    private final String site;
    private final boolean proxied;
    private int unread;
    private boolean ended;

    Client(String site, boolean proxied) {
      this.site = site;
      this.proxied = proxied;
    }

    @Override
    public String site() {
      return site;
    }

    @Override
    public boolean isProxied() {
      return proxied;
    }

    @Override
    public int unread() {
      return unread;
    }

    @Override
    public void end() {
      ended = true;
    }
  }
}
