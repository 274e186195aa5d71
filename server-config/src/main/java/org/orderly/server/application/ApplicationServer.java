package org.orderly.server.application;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.orderly.server.component.ChildProcess;
import org.orderly.server.component.ClassArchive;
import org.orderly.server.component.Component;
import org.orderly.server.component.HostPlatform;
import org.orderly.server.component.LogFile;
import org.orderly.server.component.StartedComponent;
import org.orderly.server.component.UnpackedPrograms;
import org.orderly.server.setup.DataFolder;
import org.orderly.server.setup.Distribution;
import org.orderly.server.setup.LaunchFailure;
import org.orderly.server.setup.LaunchSettings;

/** An instance of Payara Micro with the application. */
public final class ApplicationServer implements StartedComponent {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** The server's last word on its way up, after the application was deployed. */
  private static final String BOOTED = "ready in";

  private static final Pattern NOT_DEPLOYED = Pattern.compile("Exception while \\w+ing the app");
  private static final Pattern REASON =
      Pattern.compile(
          "^(?:Caused by: |.*Exception while \\w+ing the app.* : )(.*?)(?:\",\"|\"}|$)");

  private static final Duration STOPPING = Duration.ofSeconds(45);
  private static final Duration STOPPING_FIRST = Duration.ofMinutes(2);
  private static final Duration STOPPING_EARLY = Duration.ofSeconds(3);
  private static final Duration ONE_ANSWER = Duration.ofSeconds(10);

  private final Component component;
  private final DataFolder folder;
  private final LaunchSettings launchSettings;
  private final Map<String, String> environment;
  private final int port;
  private final ServerHome home;
  private final ClassArchive archive;
  private final ChildProcess childProcess;
  private volatile boolean booted;

  public ApplicationServer(
      Component component,
      LaunchSettings launchSettings,
      DataFolder folder,
      int port,
      Map<String, String> environment) {
    this.component = component;
    this.launchSettings = launchSettings;
    this.folder = folder;
    this.port = port;
    this.environment = environment;
    Distribution distribution = launchSettings.distribution();
    this.home = new ServerHome(distribution, new UnpackedPrograms(distribution));
    this.archive = new ClassArchive("server", component, distribution, folder, home.classPath());
    this.childProcess = child(component, folder);
  }

  public static ChildProcess child(Component component, DataFolder folder) {
    return new ChildProcess(component, folder, "java");
  }

  @Override
  public ChildProcess child() {
    return childProcess;
  }

  @Override
  public Component part() {
    return component;
  }

  @Override
  public void launch() {
    Path rootDir = folder.folder(component.key()).resolve("root");
    home.prepare(rootDir);
    Path transactions = folder.folder(component.key().replace("server", "transactions"));
    String address = launchSettings.variable("ORDERLY_HTTP_ADDRESS").orElse("127.0.0.1");
    Path before =
        folder.write(
            component.key() + "/before-boot",
            BootCommands.beforeBoot(address, transactions.toString()));
    String adapter = launchSettings.distribution().resourceAdapter().toString();
    Path after = folder.write(component.key() + "/after-boot", BootCommands.afterBoot(adapter));
    Path deployed =
        folder.write(component.key() + "/after-deployment", BootCommands.afterDeployment());
    List<String> command = new ArrayList<>(java());
    command.addAll(List.of("--rootdir", rootDir.toString(), "--nohazelcast", "--disablephonehome"));
    command.addAll(List.of("--port", Integer.toString(port), "--maxhttpthreads", "64"));
    command.addAll(List.of("--prebootcommandfile", before.toString()));
    command.addAll(List.of("--postbootcommandfile", after.toString()));
    command.addAll(List.of("--postdeploycommandfile", deployed.toString()));
    command.addAll(List.of("--logproperties", logging().toString()));
    command.addAll(List.of("--deploy", launchSettings.distribution().application().toString()));
    command.addAll(List.of("--contextroot", "/"));
    Map<String, String> variables = new HashMap<>(environment);
    variables.putAll(BootCommands.escaped(variables));
    variables.putAll(ServerMemory.environment());
    booted = false;
    childProcess.start(command, variables);
  }

  private List<String> java() {
    String heap = launchSettings.variable("ORDERLY_SERVER_HEAP").orElse("1g");
    List<String> command = new ArrayList<>(List.of(HostPlatform.java()));
    command.addAll(ServerMemory.options(heap));
    command.addAll(List.of("-Duser.timezone=UTC", "-Dfile.encoding=UTF-8"));
    command.add("-Djava.io.tmpdir=" + folder.folder(component.key() + "/tmp"));
    // else every token that is checked has all libraries searched for a JSON parser
    command.add("-Djakarta.json.provider=org.eclipse.parsson.JsonProviderImpl");
    // and every mail that is written has them searched for its encoders
    command.add(
        "-Djakarta.mail.util.StreamProvider=org.eclipse.angus.mail.util.MailStreamProvider");
    command.addAll(archive.options());
    command.addAll(home.javaOptions());
    command.addAll(List.of("-cp", HostPlatform.joined(home.classPath())));
    command.add("fish.payara.micro.impl.PayaraMicroImpl");
    return command;
  }

  private Path logging() {
    String handler = "java.util.logging.ConsoleHandler";
    String formatter = LogFile.formatter(launchSettings);
    return folder.write(
        component.key() + "/logging.properties",
        String.join(
            "\n",
            "handlers=" + handler,
            handler + ".formatter=" + formatter,
            handler + ".level=ALL",
            access(formatter),
            LogFile.TEXT + ".ansiColor=false",
            ".level=INFO",
            "org.hibernate.level=WARNING",
            // Would write the values of every statement that fails; the exception has its own
            // words.
            "org.hibernate.orm.jdbc.level=OFF",
            // It would tell every command of the boot files, values of the environment included.
            "fish.payara.boot.runtime.level=WARNING",
            // Would write a stack trace for every bad token that anybody sends.
            "fish.payara.microprofile.jwtauth.level=WARNING",
            // These two would write a stack trace for every client that breaks off.
            "org.glassfish.jersey.server.ServerRuntime$Responder.level=OFF",
            "org.glassfish.grizzly.filterchain.DefaultFilterChain.level=SEVERE",
            // Miss the end of requests that go on without their thread, as those of listeners do.
            // The next request on the thread gets contexts of its own all the same.
            "org.jboss.weld.Servlet.level=SEVERE",
            "org.jboss.weld.Context.level=SEVERE",
            "org.jboss.weld.Conversation.level=SEVERE",
            // Tells of certificates that expired among those that Java trusts.
            "javax.enterprise.system.security.ssl.level=SEVERE",
            // Misses setters for the pool's user, which is needed for recovery all the same.
            "javax.enterprise.resource.resourceadapter.com.sun.enterprise.connectors.util.level=SEVERE",
            ""));
  }

  /** A line a request fills files of its own, so that it displaces nothing else. */
  private String access(String formatter) {
    String handler = "java.util.logging.FileHandler";
    Path files = folder.folder("logs").resolve(component.key() + "-access.%g.log");
    return String.join(
        "\n",
        "orderly.access.handlers=" + handler,
        "orderly.access.useParentHandlers=false",
        handler + ".pattern=" + files,
        handler + ".formatter=" + formatter,
        handler + ".append=true",
        handler + ".limit=" + LogFile.LIMIT,
        handler + ".count=" + LogFile.KEPT,
        handler + ".maxLocks=" + 1);
  }

  /**
   * Ready means that the application is deployed and its own checks say so; the server answers
   * before either.
   */
  @Override
  public void awaitReady() {
    HttpClient client = HttpClient.newBuilder().connectTimeout(ONE_ANSWER).build();
    childProcess.awaitReady(
        "The server",
        PATIENCE,
        "does not get ready",
        () -> {
          booted |= log().contains(BOOTED);
          return booted && isReady(client);
        });
  }

  private void failIfNotDeployed() {
    if (log().tail().anyMatch(NOT_DEPLOYED.asPredicate())) {
      String reason =
          log()
              .tail()
              .map(REASON::matcher)
              .filter(Matcher::find)
              .map(found -> found.group(1))
              .reduce("no reason given", (first, last) -> last);
      throw new LaunchFailure(
          "The application does not start (" + reason + "); see " + log().path());
    }
  }

  private boolean isReady(HttpClient client) throws IOException, InterruptedException {
    URI checks = url().resolve("health/ready");
    HttpRequest request = HttpRequest.newBuilder(checks).timeout(ONE_ANSWER).build();
    HttpResponse<Void> answer = client.send(request, HttpResponse.BodyHandlers.discarding());
    failIfNotDeployed();
    return answer.statusCode() == 200;
  }

  URI url() {
    return URI.create(LaunchSettings.urlOn(port));
  }

  @Override
  public void stop() {
    // While it deploys it hears no signal, and has nothing under way that could be lost.
    Duration patience = archive.isMissing() ? STOPPING_FIRST : STOPPING;
    archive.keep(childProcess.stop("TERM", booted ? patience : STOPPING_EARLY));
  }

  public static void stop(ChildProcess childProcess) {
    childProcess.stop("TERM", STOPPING);
  }

  @Override
  public String place() {
    return url().toString();
  }
}
