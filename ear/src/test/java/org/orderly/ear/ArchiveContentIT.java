package org.orderly.ear;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What a full server is given: the same modules as in the WAR, each of them once. */
class ArchiveContentIT {
  private static final String[] EJB_MODULES = {
    "jobs",
    "identity",
    "catalog",
    "inventory",
    "ledger",
    "payment",
    "ordering",
    "listing",
    "documents",
    "reporting",
    "integrity",
    "notification"
  };

  @Test
  void startsTheDomainsInOrderAndTheWebModuleLast() throws Exception {
    Document descriptor = descriptor();

    assertThat(texts(descriptor, "initialize-in-order")).containsExactly("true");
    List<String> ejbModules = texts(descriptor, "ejb");
    assertThat(ejbModules).hasSameSizeAs(EJB_MODULES);
    for (int i = 0; i < EJB_MODULES.length; i++) {
      assertThat(ejbModules.get(i)).startsWith("orderly-" + EJB_MODULES[i]);
    }
    assertThat(texts(descriptor, "context-root")).containsExactly("/");
    NodeList modules = descriptor.getElementsByTagName("module");
    assertThat(modules.item(modules.getLength() - 1).getTextContent()).contains(".war");
  }

  @Test
  void keepsWhatModulesShareInOneLibraryFolder() throws IOException {
    assertThat(entries()).anyMatch(name -> name.startsWith("lib/orderly-kernel"));
    assertThat(entries()).anyMatch(name -> name.startsWith("lib/orderly-platform"));
    assertThat(entries()).anyMatch(name -> name.startsWith("lib/orderly-persistence"));
    // no enterprise bean of its own, and Jakarta NoSQL beside it has to see its beans
    assertThat(entries()).anyMatch(name -> name.startsWith("lib/orderly-cart"));
    assertThat(entries()).anyMatch(name -> name.startsWith("lib/hibernate-core"));
  }

  @Test
  void bringsTheMicroProfilePartsThatGlassFishLacks() throws IOException {
    assertThat(entries()).anyMatch(name -> name.startsWith("lib/smallrye-fault-tolerance."));
    assertThat(entries()).anyMatch(name -> name.startsWith("lib/smallrye-metrics"));
    assertThat(entries()).noneMatch(name -> name.startsWith("lib/microprofile-config-api"));
  }

  @Test
  void bringsNoCopyOfTheServersOwnInterfaces() throws IOException {
    assertThat(entries())
        .noneMatch(
            name ->
                name.matches(
                    "lib/jakarta\\.(persistence|inject|annotation|enterprise|interceptor).*"));
  }

  @Test
  void leavesNoLibraryInsideTheWebModule() throws IOException {
    assertThat(webEntries()).isNotEmpty();
    assertThat(webEntries()).noneMatch(name -> name.matches("WEB-INF/lib/.+\\.jar"));
  }

  @Test
  void bringsNoLibraryThatTheNoticeDoesNotName() throws IOException {
    String notice = Files.readString(Path.of("../NOTICE"));
    assertThat(entries())
        .filteredOn(name -> name.matches("lib/(?!orderly-).+\\.jar"))
        .hasSizeGreaterThan(40)
        .allMatch(name -> notice.contains(":" + name.replaceAll("lib/|\\.jar", "") + " ("));
  }

  private static ZipFile archive() throws IOException {
    return new ZipFile(System.getProperty("ear"));
  }

  private static List<String> entries() throws IOException {
    try (ZipFile archive = archive()) {
      return archive.stream().map(ZipEntry::getName).toList();
    }
  }

  private static List<String> webEntries() throws IOException {
    List<String> names = new ArrayList<>();
    try (ZipFile archive = archive();
        ZipInputStream web = new ZipInputStream(archive.getInputStream(webModule(archive)))) {
      for (ZipEntry entry; (entry = web.getNextEntry()) != null; ) {
        names.add(entry.getName());
      }
    }
    return names;
  }

  private static ZipEntry webModule(ZipFile archive) {
    return archive.stream()
        .map(ZipEntry.class::cast)
        .filter(entry -> entry.getName().endsWith(".war"))
        .findFirst()
        .orElseThrow();
  }

  private static Document descriptor() throws Exception {
    try (ZipFile archive = archive();
        InputStream in = archive.getInputStream(archive.getEntry("META-INF/application.xml"))) {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(in.readAllBytes()));
    }
  }

  private static List<String> texts(Document document, String tag) {
    NodeList nodes = document.getElementsByTagName(tag);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent().strip());
    }
    return texts;
  }
}
