package org.orderly.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Persistence units name every mapped class: Hibernate does not scan for them. All stand in one
 * file: what an EJB module had of its own, the other modules of an enterprise archive would not
 * see.
 */
class PersistenceUnitsTest {

  private static final Pattern NAMED = Pattern.compile("<class>([^<]+)</class>");

  @Test
  void nameEveryMappedClassAndNoOther() throws Exception {
    Set<String> named = new TreeSet<>();
    List<URL> files =
        Collections.list(getClass().getClassLoader().getResources("META-INF/persistence.xml"));
    assertThat(files).as("the files (an old build leaves more: mvn clean)").hasSize(1);
    try (InputStream content = files.get(0).openStream()) {
      Matcher found = NAMED.matcher(new String(content.readAllBytes(), StandardCharsets.UTF_8));
      while (found.find()) {
        named.add(found.group(1));
      }
    }
    Set<String> mapped =
        new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests()).importPackages("org.orderly").stream()
                .filter(PersistenceUnitsTest::isMapped)
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    assertThat(mapped).isNotEmpty().isEqualTo(named);
  }

  private static boolean isMapped(JavaClass type) {
    return type.isAnnotatedWith(Entity.class)
        || type.isAnnotatedWith(Embeddable.class)
        || type.isAnnotatedWith(MappedSuperclass.class)
        || type.isAnnotatedWith(Converter.class);
  }
}
