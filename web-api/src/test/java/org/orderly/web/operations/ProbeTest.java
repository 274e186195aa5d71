package org.orderly.web.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class ProbeTest {

  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private long now;
  private int questions;

  private final Probe<Integer> patient =
      new Probe<>("part", () -> ++questions, waiting::add, () -> now);
  private final Probe<Integer> prompt =
      new Probe<>("part", () -> ++questions, Runnable::run, () -> now);

  @Test
  void asksOnceASecondHoweverOftenItIsRead() {
    assertThat(prompt.answer()).contains(1);
    now += Probe.FRESH.toNanos() - 1;
    assertThat(prompt.answer()).contains(1);
    now += 1;
    assertThat(prompt.answer()).contains(2);
  }

  @Test
  void doesNotAskAgainWhileAQuestionIsUnanswered() {
    patient.ask();
    now += Probe.PATIENCE.multipliedBy(10).toNanos();
    patient.ask();
    assertThat(waiting).hasSize(1);
  }

  @Test
  void hasNoAnswerOnceItsPatienceIsOver() {
    patient.ask();
    now += Probe.PATIENCE.toNanos();
    assertThat(patient.answer()).isEmpty();
  }

  @Test
  void asksAnewAfterALateAnswer() {
    patient.ask();
    now += Probe.PATIENCE.toNanos();
    waiting.remove().run();
    patient.ask();
    waiting.remove().run();
    assertThat(patient.answer()).contains(2);
  }

  @Test
  void hasNoAnswerAfterAFailure() {
    Probe<Integer> failing =
        new Probe<>("part", () -> Integer.parseInt("x"), Runnable::run, () -> now);
    assertThat(failing.answer()).isEmpty();
  }
}
