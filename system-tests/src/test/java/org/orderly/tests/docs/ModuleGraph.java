package org.orderly.tests.docs;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The modules that hold code, the classes of each, and who depends on whom, by the bytecode. */
final class ModuleGraph {
  /** What tests are made of is no part of the application. */
  private static final Pattern FOR_TESTS = Pattern.compile("system-tests.*|.*-testing");

  private final Map<String, List<JavaClass>> classes = new LinkedHashMap<>();
  private final Map<String, String> moduleOf = new TreeMap<>();
  private final Map<String, Set<String>> calls = new LinkedHashMap<>();
  private final Set<String> usedElsewhere = new TreeSet<>();

  private ModuleGraph(JavaClasses imported) {
    for (String folder : SourceTree.modules()) {
      List<JavaClass> own =
          SourceTree.mainTypes(folder).stream()
              .filter(imported::contain)
              .map(imported::get)
              .toList();
      if (!own.isEmpty() && !FOR_TESTS.matcher(folder).matches()) {
        String name = folder.substring(folder.lastIndexOf('/') + 1);
        classes.put(name, own);
        own.forEach(type -> moduleOf.put(type.getName(), name));
      }
    }
    classes.keySet().forEach(module -> calls.put(module, new TreeSet<>()));
    imported.forEach(type -> type.getDirectDependenciesFromSelf().forEach(this::add));
  }

  static ModuleGraph ofMainClasses() {
    return new ModuleGraph(
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.orderly"));
  }

  private void add(Dependency dependency) {
    Optional<String> from = moduleOf(dependency.getOriginClass());
    JavaClass target = dependency.getTargetClass().getBaseComponentType();
    Optional<String> to = moduleOf(target);
    if (from.isPresent() && to.isPresent() && !from.equals(to)) {
      calls.get(from.get()).add(to.get());
      usedElsewhere.add(topLevel(target).getName());
    }
  }

  private Optional<String> moduleOf(JavaClass type) {
    return Optional.ofNullable(moduleOf.get(topLevel(type).getName()));
  }

  private static JavaClass topLevel(JavaClass type) {
    JavaClass found = type;
    while (found.getEnclosingClass().isPresent()) {
      found = found.getEnclosingClass().get();
    }
    return found;
  }

  /** In the order of the reactor: nobody stands before a module that it calls. */
  Set<String> modules() {
    return classes.keySet();
  }

  Set<String> calls(String module) {
    return calls.get(module);
  }

  Set<String> callers(String module) {
    return calls.keySet().stream()
        .filter(other -> calls.get(other).contains(module))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Without those that are reached through another one. */
  Set<String> nearestCalls(String module) {
    return calls.get(module).stream()
        .filter(
            target ->
                calls.get(module).stream()
                    .noneMatch(between -> !between.equals(target) && reaches(between, target)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean reaches(String from, String to) {
    return calls.get(from).contains(to)
        || calls.get(from).stream().anyMatch(next -> reaches(next, to));
  }

  int files(String module) {
    return classes.get(module).size();
  }

  /** The module's own types that are so, by their simple names. */
  Set<String> types(String module, Predicate<JavaClass> so) {
    return classes.get(module).stream()
        .filter(so)
        .map(JavaClass::getSimpleName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  boolean isUsedElsewhere(JavaClass type) {
    return usedElsewhere.contains(type.getName());
  }
}
