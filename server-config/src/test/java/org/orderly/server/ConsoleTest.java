package org.orderly.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderly.server.cli.FakeTerminal;
import org.orderly.server.cli.TerminalLine;

class ConsoleTest {
  private final ManualClock clock = new ManualClock();
  private final FakeTerminal terminal = new FakeTerminal(70);
  @TempDir private Path folder;

  @Test
  void keepsWhatIsUnderWayBelowWhatIsDone() {
    Console console = console(Optional.of(new TerminalLine(terminal.stream(), 70)));
    console.say("Orderly starts");
    console.begin(Progress.START);
    console.begin("Redis");
    console.begin("Server");
    clock.advance(Duration.ofSeconds(3));
    console.step("Redis", "here", Duration.ofSeconds(3));

    assertThat(terminal.screen())
        .containsExactly(
            "Orderly starts",
            "  Redis        here                                3.0 s",
            "  [--------------------] 3 s of about 75 s: Server 3 of 50 s");
  }

  @Test
  void leavesNothingOfItBehind() {
    Console console = console(Optional.of(new TerminalLine(terminal.stream(), 70)));
    console.begin(Progress.START);
    console.begin("Server");
    console.step("Server", "there", Duration.ZERO);
    console.done(Progress.START);
    console.say("Ready");
    console.begin("Sample shop");
    console.dropAll();

    assertThat(terminal.screen())
        .containsExactly("  Server       there                               0.0 s", "Ready", "");
  }

  @Test
  void movesByItself() {
    Console console = console(Optional.of(new TerminalLine(terminal.stream(), 70)));
    console.begin("Server");
    clock.advance(Duration.ofSeconds(30));

    boolean moved =
        Deadline.in(Duration.ofSeconds(10))
            .await(() -> terminal.screen().get(0).contains("30 s of about 50 s: Server"));
    console.dropAll();
    assertThat(moved).isTrue();
  }

  @Test
  void announcesElsewhereWhatTakesLong() {
    Console console = console(Optional.empty());
    console.begin(Progress.START);
    console.begin("Server");
    console.step("Server", "there", Duration.ofSeconds(50));
    console.done(Progress.START);

    assertThat(terminal.screen())
        .containsExactly(
            "  Server       takes about 50 s",
            "  Server       there                              50.0 s",
            "");
  }

  private Console console(Optional<TerminalLine> foot) {
    StepTimes times = new StepTimes(new DataFolder(folder));
    return new Console(terminal.stream(), new Progress(times, clock), foot);
  }
}
