package org.orderly.tests.replay;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import org.orderly.server.cli.DataFolderOption;
import org.orderly.server.cli.ExitCode;
import org.orderly.server.cli.ShopUrl;
import org.orderly.server.cli.WholeNumber;
import org.orderly.tests.load.Databases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./orderly replay}: finds the shop, its admin and its databases. */
@Command(
    name = "replay",
    description = {
      "Sells the order lines of a CSV file (also .gz) in a running shop and proves its books.",
      "ORDERLY_ADMIN_EMAIL, ORDERLY_ADMIN_PASSWORD and ORDERLY_DB_<DOMAIN>_URL, _USER, _PASSWORD win",
      "over what the data folder says. Exit code 1: the books differ from the file, or it failed."
    })
public final class ReplayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "<file>")
  private Path file;

  @Option(
      names = "--clients",
      paramLabel = "N",
      defaultValue = "16",
      converter = Clients.class,
      description = "orders placed at once (${DEFAULT-VALUE})")
  private int clients;

  @Option(
      names = "--limit",
      paramLabel = "N",
      converter = Lines.class,
      description = "lines of the file to take (all)")
  private Integer limit;

  @Option(
      names = "--url",
      paramLabel = "U",
      converter = ShopUrl.class,
      description = "the shop (the one that runs on the data folder)")
  private URI url;

  @Mixin private DataFolderOption data;

  private final Map<String, String> environment;

  ReplayCommand() {
    this(System.getenv());
  }

  ReplayCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  private static final class Clients extends WholeNumber {
    private Clients() {
      super(1, 1_000);
    }
  }

  private static final class Lines extends WholeNumber {
    private Lines() {
      super(1, Integer.MAX_VALUE);
    }
  }

  SalesReplay replay() throws IOException {
    if (!Files.isReadable(file)) {
      throw refused("The file " + file + " cannot be read.");
    }
    Path folder = data.folder();
    List<String> admin = lines(folder.resolve("admin-credentials"));
    List<String> shop = lines(folder.resolve("run/url"));
    return new SalesReplay(
        file,
        limit == null ? Long.MAX_VALUE : limit,
        clients,
        url == null ? URI.create(required("--url", null, shop, 0)) : url,
        required("ORDERLY_ADMIN_EMAIL", environment.get("ORDERLY_ADMIN_EMAIL"), admin, 0),
        required("ORDERLY_ADMIN_PASSWORD", environment.get("ORDERLY_ADMIN_PASSWORD"), admin, 1),
        Databases.of(environment, folder));
  }

  private String required(String what, String given, List<String> kept, int line) {
    if (given != null) {
      return given;
    }
    if (kept.size() > line) {
      return kept.get(line).strip();
    }
    throw refused("No running shop was found: give --data-dir, or " + what + ".");
  }

  private ParameterException refused(String reason) {
    return new ParameterException(spec.commandLine(), reason);
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  @Override
  public Integer call() {
    try {
      return replay().run(System.out).differences().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    } catch (ParameterException e) {
      throw e;
    } catch (IOException | SQLException | RuntimeException e) {
      Throwable cause = e instanceof CompletionException ? e.getCause() : e;
      System.err.println("The replay failed: " + cause);
      return ExitCode.FAILED;
    }
  }
}
