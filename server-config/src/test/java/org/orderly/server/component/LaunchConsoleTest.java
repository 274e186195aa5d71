package org.orderly.server.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderly.server.ManualClock;
import org.orderly.server.cli.FakeTerminal;
import org.orderly.server.cli.TerminalLine;
import org.orderly.server.setup.DataFolder;

class LaunchConsoleTest {
  private final ManualClock clock = new ManualClock();
  private final FakeTerminal terminal = new FakeTerminal(70);
  @TempDir private Path folder;

  @Test
  void keepsWhatIsUnderWayBelowWhatIsDone() {
    LaunchConsole launchConsole = console(Optional.of(new TerminalLine(terminal.stream(), 70)));
    launchConsole.say("Orderly starts");
    launchConsole.begin(StartProgress.START);
    launchConsole.begin("Redis");
    launchConsole.begin("Server");
    clock.advance(Duration.ofSeconds(3));
    launchConsole.step("Redis", "here", Duration.ofSeconds(3));

    assertThat(terminal.screen())
        .containsExactly(
            "Orderly starts",
            "  Redis        here                                3.0 s",
            "  [--------------------] 3 s of about 75 s: Server 3 of 50 s");
  }

  @Test
  void leavesNothingOfItBehind() {
    LaunchConsole launchConsole = console(Optional.of(new TerminalLine(terminal.stream(), 70)));
    launchConsole.begin(StartProgress.START);
    launchConsole.begin("Server");
    launchConsole.step("Server", "there", Duration.ZERO);
    launchConsole.done(StartProgress.START);
    launchConsole.say("Ready");
    launchConsole.begin("Sample shop");
    launchConsole.dropAll();

    assertThat(terminal.screen())
        .containsExactly("  Server       there                               0.0 s", "Ready", "");
  }

  @Test
  void movesByItself() {
    LaunchConsole launchConsole = console(Optional.of(new TerminalLine(terminal.stream(), 70)));
    launchConsole.begin("Server");
    clock.advance(Duration.ofSeconds(30));

    boolean moved =
        Deadline.in(Duration.ofSeconds(10))
            .await(() -> terminal.screen().get(0).contains("30 s of about 50 s: Server"));
    launchConsole.dropAll();
    assertThat(moved).isTrue();
  }

  @Test
  void announcesElsewhereWhatTakesLong() {
    LaunchConsole launchConsole = console(Optional.empty());
    launchConsole.begin(StartProgress.START);
    launchConsole.begin("Server");
    launchConsole.step("Server", "there", Duration.ofSeconds(50));
    launchConsole.done(StartProgress.START);

    assertThat(terminal.screen())
        .containsExactly(
            "  Server       takes about 50 s",
            "  Server       there                              50.0 s",
            "");
  }

  private LaunchConsole console(Optional<TerminalLine> foot) {
    StepTimes times = new StepTimes(new DataFolder(folder));
    return new LaunchConsole(terminal.stream(), new StartProgress(times, clock), foot);
  }
}
