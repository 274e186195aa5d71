package org.orderly.web.request;

import jakarta.annotation.Priority;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.orderly.web.problem.Problem;
import org.orderly.web.problem.UnsafeText;

/**
 * Refuses query parameters that a resource method does not read, that come twice though it reads
 * one, and those that hold {@link UnsafeText}: an answer that passes them over looks right and is
 * not. What a method reads is what its annotations say, to which a test holds the OpenAPI document.
 */
@Provider
public class QueryParameters implements DynamicFeature {

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    Method method = resource.getResourceMethod();
    boolean strict = !method.isAnnotationPresent(IgnoresUnknownParameters.class);
    context.register(new Check(strict, readBy(method)));
  }

  /** The names that a method reads, and whether each may come more than once. */
  static SortedMap<String, Boolean> readBy(Method method) {
    SortedMap<String, Boolean> names = new TreeMap<>();
    for (Parameter parameter : method.getParameters()) {
      if (parameter.isAnnotationPresent(BeanParam.class)) {
        for (Field field : parameter.getType().getDeclaredFields()) {
          add(names, field.getAnnotation(QueryParam.class), field.getType());
        }
      }
      add(names, parameter.getAnnotation(QueryParam.class), parameter.getType());
    }
    return names;
  }

  private static void add(Map<String, Boolean> names, Annotation query, Class<?> type) {
    if (query instanceof QueryParam named) {
      names.put(named.value(), Collection.class.isAssignableFrom(type));
    }
  }

  /** After it is known that the caller may call the method at all. */
  @Priority(Priorities.AUTHORIZATION + 100)
  private record Check(boolean strict, SortedMap<String, Boolean> names)
      implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
      UriInfo uri = request.getUriInfo();
      Optional<Fault> fault = unsafe(uri.getPathParameters());
      if (uri.getRequestUri().getRawQuery() != null) {
        MultivaluedMap<String, String> query = uri.getQueryParameters();
        fault = fault.or(() -> unexpected(query)).or(() -> unsafe(query));
      }
      fault.map(Fault::problem).ifPresent(problem -> request.abortWith(problem.toResponse()));
    }

    private Optional<Fault> unexpected(Map<String, List<String>> query) {
      return query.entrySet().stream()
          .flatMap(sent -> faultOf(sent.getKey(), sent.getValue()).stream())
          .findFirst();
    }

    private Optional<Fault> faultOf(String name, List<String> values) {
      Boolean mayRepeat = names.get(name);
      if (mayRepeat == null) {
        return strict ? Optional.of(unknown(name)) : Optional.empty();
      }
      return mayRepeat || values.size() == 1
          ? Optional.empty()
          : Optional.of(Fault.of("repeated-parameter", name, "is sent more than once"));
    }

    private Fault unknown(String name) {
      String known =
          names.isEmpty()
              ? "this address reads no parameters"
              : "known here: " + String.join(", ", names.keySet());
      return Fault.of("unknown-parameter", name, "is not known; " + known);
    }

    private static Optional<Fault> unsafe(Map<String, List<String>> parameters) {
      return parameters.entrySet().stream()
          .flatMap(
              sent ->
                  sent.getValue().stream()
                      .flatMap(value -> UnsafeText.in(value).stream())
                      .map(why -> Fault.of("invalid-value", sent.getKey(), why)))
          .findFirst();
    }
  }

  private record Fault(String code, String parameter, String why) {

    /** The name is told as it came unless it is unsafe itself. */
    static Fault of(String code, String parameter, String why) {
      return new Fault(code, UnsafeText.in(parameter).isPresent() ? "a name" : parameter, why);
    }

    Problem problem() {
      Map<String, Object> details = Map.of("field", parameter);
      return Problem.of(400, code, parameter + " " + why, List.of(), details);
    }
  }
}
