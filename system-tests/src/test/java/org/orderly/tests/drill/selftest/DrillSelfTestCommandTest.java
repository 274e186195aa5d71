package org.orderly.tests.drill.selftest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderly.server.cli.CommandTree;
import org.orderly.tests.cli.CommandWords;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class DrillSelfTestCommandTest {

  @Test
  void breaksEverythingUnlessToldWhat() {
    assertThat(breakages("")).isEqualTo(BreakageFile.read());
    assertThat(breakages("--only no-decision-row,answers-swapped"))
        .extracting(Breakage::name)
        .containsExactly("no-decision-row", "answers-swapped");
  }

  @Test
  void refusesABreakageThatIsNotThere() {
    assertThatThrownBy(() -> breakages("--only nothing"))
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining("no breakage nothing");
  }

  private static List<Breakage> breakages(String words) {
    DrillSelfTestCommand command = new DrillSelfTestCommand();
    CommandTree.ruled(new CommandLine(command)).parseArgs(CommandWords.of(words));
    return command.breakages();
  }
}
