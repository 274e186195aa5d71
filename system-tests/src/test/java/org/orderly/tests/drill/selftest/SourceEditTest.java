package org.orderly.tests.drill.selftest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SourceEditTest {

  @Test
  void replacesWhatStandsThereOnceHoweverItIsFormatted() {
    SourceEdit edit = new SourceEdit("Order", "lock(first, second);", "none();");

    assertThat(edit.apply("a();\n  lock(\n      first,\n      second);\n  b();\n"))
        .isEqualTo("a();\n  none();\n  b();\n");
  }

  @Test
  void refusesWhatIsMissingOrThereTwice() {
    SourceEdit edit = new SourceEdit("Order", "lock();", "");

    assertThatThrownBy(() -> edit.apply("unlock;"))
        .isInstanceOf(BreakageNotApplicable.class)
        .hasMessage("Order does not contain: lock();");
    assertThatThrownBy(() -> edit.apply("lock(); lock( );"))
        .isInstanceOf(BreakageNotApplicable.class)
        .hasMessage("Order contains more than once: lock();");
  }
}
