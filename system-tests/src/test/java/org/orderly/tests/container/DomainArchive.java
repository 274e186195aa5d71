package org.orderly.tests.container;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.Node;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.Asset;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The domain modules as they are shipped, without the API, with the classes of a test. */
final class DomainArchive {

  private static final Pattern BEAN =
      Pattern.compile("<ejb>\\s*<ejb-name>(\\w+)</ejb-name>.*?</ejb>", Pattern.DOTALL);

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
    return archive.addAsWebInfResource(adapters(shipped), "payara-ejb-jar.xml");
  }

  /** Of the listeners that are here; the server refuses to hear of any other. */
  private static Asset adapters(WebArchive shipped) {
    Set<String> missing = new HashSet<>();
    for (ArchivePath path : shipped.getContent(DomainArchive::isLeftOut).keySet()) {
      shipped.getAsType(JavaArchive.class, path).getContent().keySet().stream()
          .map(type -> type.get().replaceAll(".*/|\\.class$", ""))
          .forEach(missing::add);
    }
    StringBuilder descriptor = new StringBuilder();
    try (InputStream content = shipped.get("/WEB-INF/payara-ejb-jar.xml").getAsset().openStream()) {
      String whole = new String(content.readAllBytes(), StandardCharsets.UTF_8);
      Matcher bean = BEAN.matcher(whole);
      while (bean.find()) {
        bean.appendReplacement(descriptor, missing.contains(bean.group(1)) ? "" : "$0");
      }
      return new StringAsset(bean.appendTail(descriptor).toString());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * The libraries and how their classes are found. The listeners stay out: the application beside
   * this archive has them.
   */
  private static boolean isWanted(ArchivePath path) {
    return path.get().matches("/WEB-INF/(lib/.+\\.jar|payara-web\\.xml)") && !isLeftOut(path);
  }

  private static boolean isLeftOut(ArchivePath path) {
    return path.get().startsWith("/WEB-INF/lib/orderly-notification");
  }

  private static File jarOf(Class<?> type) {
    return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
  }
}
