package org.orderly.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TerminalLineTest {

  @AfterEach
  void noTerminal() {
    System.clearProperty("orderly.columns");
  }

  @Test
  void replacesWhatItShowedBefore() {
    FakeTerminal terminal = new FakeTerminal(40);
    TerminalLine line = new TerminalLine(terminal.stream(), 40);

    line.show("a rather long first text");
    line.show("short");

    assertThat(terminal.screen()).containsExactly("short");
    line.erase();
    assertThat(terminal.screen()).containsExactly("");
  }

  @Test
  void neverNeedsASecondLine() {
    FakeTerminal terminal = new FakeTerminal(20);
    TerminalLine line = new TerminalLine(terminal.stream(), 20);

    line.show("0123456789012345678901234567890");
    line.show("a");

    assertThat(terminal.screen()).containsExactly("a");
  }

  @Test
  void staysOneLineWhenTheTerminalWasMadeNarrower() {
    FakeTerminal terminal = new FakeTerminal(10);
    TerminalLine line = new TerminalLine(terminal.stream(), 20);

    line.show("0123456789012345");
    line.show("a");

    assertThat(terminal.screen()).containsExactly("a");
  }

  @Test
  void isThereOnlyOnATerminal() {
    assertThat(TerminalLine.of(System.out)).isEmpty();
    System.setProperty("orderly.columns", "80");
    assertThat(TerminalLine.of(System.out)).isPresent();
  }
}
