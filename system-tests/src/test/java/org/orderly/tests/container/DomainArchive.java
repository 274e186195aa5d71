package org.orderly.tests.container;

import java.io.File;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.Node;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The domain modules as they are shipped, without the API, with the classes of a test. */
final class DomainArchive {

  private DomainArchive() {}

  static WebArchive with(Class<?>... tests) {
    WebArchive shipped =
        ShrinkWrap.create(ZipImporter.class, "shipped.war")
            .importFrom(
                Path.of(System.getProperty("orderly.dist"), "server", "orderly.war").toFile())
            .as(WebArchive.class);
    WebArchive archive =
        ShrinkWrap.create(WebArchive.class, tests[0].getSimpleName() + ".war")
            .addClasses(tests)
            .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
            .addAsLibraries(jarOf(Assertions.class));
    for (Node entry : shipped.getContent(DomainArchive::isWanted).values()) {
      archive.add(entry.getAsset(), entry.getPath());
    }
    return archive;
  }

  /**
   * The libraries, how their classes are found and which adapter the listeners have. The listeners
   * stay out: the application beside this archive has them.
   */
  private static boolean isWanted(ArchivePath path) {
    return path.get().matches("/WEB-INF/(lib/.+\\.jar|payara-(web|ejb-jar)\\.xml)")
        && !path.get().contains("notification");
  }

  private static File jarOf(Class<?> type) {
    return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
  }
}
