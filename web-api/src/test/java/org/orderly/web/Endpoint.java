package org.orderly.web;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.orderly.web.request.Roles;
import org.orderly.web.request.Scopes;

/** One resource method, as JAX-RS will see it. */
record Endpoint(String path, String verb, Method method) {

  /** Every resource method of the API's rooms. */
  static Stream<Endpoint> all() throws IOException, URISyntaxException {
    var folder =
        java.nio.file.Path.of(RestApplication.class.getResource("RestApplication.class").toURI())
            .getParent();
    try (var files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith("Resource.class"))
          .map(file -> named(folder.relativize(file)))
          .toList()
          .stream()
          .flatMap(Endpoint::of);
    }
  }

  /** In the manner of the document: verb and path, such as {@code get /api/v1/cart}. */
  String name() {
    return verb + " " + path;
  }

  /**
   * Who may call it; empty for everyone. API clients are told by their {@link #scope}, guests by
   * {@link #letsGuestsIn}.
   */
  Set<String> roles() {
    Set<String> people = allowed();
    people.remove(Roles.API_CLIENT);
    people.remove(Roles.GUEST);
    return people;
  }

  /** Whether whoever has the token of a guest's order may call it. */
  boolean letsGuestsIn() {
    return allowed().contains(Roles.GUEST);
  }

  /** Whether API clients may call it that have its scope. */
  boolean letsApiClientsIn() {
    return allowed().contains(Roles.API_CLIENT);
  }

  private Set<String> allowed() {
    Class<?> type = method.getDeclaringClass();
    RolesAllowed roles = method.getAnnotation(RolesAllowed.class);
    boolean open = method.isAnnotationPresent(PermitAll.class);
    if (roles == null && !open && !type.isAnnotationPresent(PermitAll.class)) {
      roles = type.getAnnotation(RolesAllowed.class);
    }
    return new TreeSet<>(roles == null ? Set.of() : Set.of(roles.value()));
  }

  /** The scope that lets API clients in; {@code null} if none does. */
  String scope() {
    Scopes scopes = method.getAnnotation(Scopes.class);
    return scopes == null ? null : scopes.value();
  }

  /** Where and how each parameter is sent, such as {@code query limit}. */
  Set<String> parameters() {
    return Arrays.stream(method.getParameters())
        .flatMap(Endpoint::annotations)
        .map(Endpoint::place)
        .filter(place -> !place.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Of a parameter, or of the fields of several that belong together. */
  private static Stream<Annotation> annotations(Parameter parameter) {
    return parameter.isAnnotationPresent(BeanParam.class)
        ? Arrays.stream(parameter.getType().getDeclaredFields())
            .flatMap(field -> Arrays.stream(field.getAnnotations()))
        : Arrays.stream(parameter.getAnnotations());
  }

  boolean readsBody() {
    return Arrays.stream(method.getParameters()).anyMatch(Endpoint::isBody);
  }

  private static Class<?> named(java.nio.file.Path file) {
    String name = file.toString().replace(file.getFileSystem().getSeparator(), ".");
    try {
      return Class.forName(
          RestApplication.class.getPackageName()
              + "."
              + name.substring(0, name.length() - ".class".length()));
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static Stream<Endpoint> of(Class<?> resource) {
    String base = "/api/v1" + resource.getAnnotation(Path.class).value();
    return Arrays.stream(resource.getDeclaredMethods())
        .filter(method -> verb(method) != null)
        .map(method -> new Endpoint(base + suffix(method), verb(method), method));
  }

  private static String suffix(Method method) {
    Path path = method.getAnnotation(Path.class);
    return path == null ? "" : path.value().replaceAll("\\{(\\w+):[^}]*}", "{$1}");
  }

  private static String verb(Method method) {
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (verb != null) {
        return verb.value().toLowerCase(java.util.Locale.ROOT);
      }
    }
    return null;
  }

  private static String place(Annotation annotation) {
    if (annotation instanceof QueryParam query) {
      return "query " + query.value();
    }
    if (annotation instanceof PathParam path) {
      return "path " + path.value();
    }
    return annotation instanceof HeaderParam header ? "header " + header.value() : "";
  }

  private static boolean isBody(Parameter parameter) {
    return !parameter.isAnnotationPresent(Context.class)
        && !parameter.isAnnotationPresent(BeanParam.class)
        && Arrays.stream(parameter.getAnnotations()).map(Endpoint::place).allMatch(String::isEmpty);
  }
}
