package org.orderly.web.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class DependencyCheckTest {

  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private long now;
  private int questions;

  private final DependencyCheck<Integer> patient =
      new DependencyCheck<>("part", () -> ++questions, waiting::add, () -> now);
  private final DependencyCheck<Integer> prompt =
      new DependencyCheck<>("part", () -> ++questions, Runnable::run, () -> now);

  @Test
  void asksOnceASecondHoweverOftenItIsRead() {
    assertThat(prompt.answer()).contains(1);
    now += DependencyCheck.FRESH.toNanos() - 1;
    assertThat(prompt.answer()).contains(1);
    now += 1;
    assertThat(prompt.answer()).contains(2);
  }

  @Test
  void doesNotAskAgainWhileAQuestionIsUnanswered() {
    patient.ask();
    now += DependencyCheck.PATIENCE.multipliedBy(10).toNanos();
    patient.ask();
    assertThat(waiting).hasSize(1);
  }

  @Test
  void hasNoAnswerOnceItsPatienceIsOver() {
    patient.ask();
    now += DependencyCheck.PATIENCE.toNanos();
    assertThat(patient.answer()).isEmpty();
  }

  @Test
  void asksAnewAfterALateAnswer() {
    patient.ask();
    now += DependencyCheck.PATIENCE.toNanos();
    waiting.remove().run();
    patient.ask();
    waiting.remove().run();
    assertThat(patient.answer()).contains(2);
  }

  @Test
  void hasNoAnswerAfterAFailure() {
    DependencyCheck<Integer> failing =
        new DependencyCheck<>("part", () -> Integer.parseInt("x"), Runnable::run, () -> now);
    assertThat(failing.answer()).isEmpty();
  }
}
