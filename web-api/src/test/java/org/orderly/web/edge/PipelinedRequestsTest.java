package org.orderly.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PipelinedRequestsTest {

  private final PipelinedRequests requests = new PipelinedRequests();

  @Test
  void countsNothingOfWhoWaitsForItsAnswers() {
    for (int i = 0; i < 100; i++) {
      requests.read();
      assertThat(requests.next()).isZero();
    }
  }

  @Test
  void countsWhatCameInOneGo() {
    requests.read();
    assertThat(requests.next()).isZero();
    assertThat(requests.next()).isEqualTo(1);
    assertThat(requests.next()).isEqualTo(2);
    requests.read();
    assertThat(requests.next()).isZero();
  }

  /** The connection may have been accepted before anybody watched it. */
  @Test
  void forgivesWhatWasNotSeen() {
    assertThat(requests.next()).isZero();
  }
}
