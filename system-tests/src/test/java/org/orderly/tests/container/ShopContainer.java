package org.orderly.tests.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.orderly.tests.support.RunningShop;

/**
 * Deploys test archives into the server of the running shop, beside the application: one server for
 * all test classes. The server watches a folder; what it made of an archive it says by a file
 * beside it.
 */
public final class ShopContainer implements DeployableContainer<ShopContainer.Nothing> {

  private static final String RUNNER = "ArquillianServletRunnerEE9";
  private static final Duration DEPLOYING = Duration.ofMinutes(3);

  /** An application that takes longer has threads that do not end. */
  private static final Duration UNDEPLOYING = Duration.ofSeconds(30);

  /** There is nothing to configure. */
  public static final class Nothing implements ContainerConfiguration {
    @Override
    public void validate() {
      // nothing can be wrong
    }
  }

  @Override
  public Class<Nothing> getConfigurationClass() {
    return Nothing.class;
  }

  @Override
  public ProtocolDescription getDefaultProtocol() {
    return new ProtocolDescription("Servlet 6.0");
  }

  @Override
  public void start() {
    RunningShop.open();
  }

  @Override
  public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
    Path place = place(archive, "");
    try {
      Files.createDirectories(place.getParent());
      // Outside of the folder that the server watches, until it is complete.
      Path draft = place.getParent().resolveSibling(place.getFileName());
      archive.as(ZipExporter.class).exportTo(draft.toFile(), true);
      Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new DeploymentException("cannot be copied to " + place, e);
    }
    await(place(archive, "_deployed"), place(archive, "_deployFailed"), DEPLOYING);
    String context = "/" + archive.getName().replace(".war", "");
    HTTPContext http = new HTTPContext(RunningShop.url().getHost(), RunningShop.url().getPort());
    return new ProtocolMetaData().addContext(http.add(new Servlet(RUNNER, context)));
  }

  @Override
  public void undeploy(Archive<?> archive) throws DeploymentException {
    try {
      Files.deleteIfExists(place(archive, ""));
    } catch (IOException e) {
      throw new DeploymentException("cannot be removed", e);
    }
    await(place(archive, "_undeployed"), place(archive, "_undeployFailed"), UNDEPLOYING);
  }

  private static Path place(Archive<?> archive, String mark) {
    return RunningShop.autodeploy().resolve(archive.getName() + mark);
  }

  private static void await(Path success, Path failure, Duration patience)
      throws DeploymentException {
    long deadline = System.nanoTime() + patience.toNanos();
    CountDownLatch never = new CountDownLatch(1);
    try {
      while (!Files.exists(success)) {
        if (Files.exists(failure) || System.nanoTime() > deadline) {
          throw new DeploymentException("no " + success.getFileName() + "; see the server's log");
        }
        never.await(100, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeploymentException("interrupted", e);
    }
  }
}
