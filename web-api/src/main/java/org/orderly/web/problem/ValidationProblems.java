package org.orderly.web.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Lists every member of a request that breaks its constraints. */
@Provider
public class ValidationProblems implements ExceptionMapper<ConstraintViolationException> {

  @Override
  public Response toResponse(ConstraintViolationException failure) {
    List<Problem.FieldError> errors =
        failure.getConstraintViolations().stream()
            .map(ValidationProblems::error)
            .sorted(Comparator.comparing(Problem.FieldError::field))
            .toList();
    String detail = errors.isEmpty() ? "the request is invalid" : summary(errors.get(0));
    return Problem.of(400, "validation-failed", detail, errors, Map.of()).toResponse();
  }

  private static String summary(Problem.FieldError first) {
    return (first.field() + " " + first.message()).strip();
  }

  /** Names the member of the body, or the parameter if the constraint is on that itself. */
  private static Problem.FieldError error(ConstraintViolation<?> violation) {
    StringBuilder member = new StringBuilder();
    String parameter = "";
    for (Path.Node node : violation.getPropertyPath()) {
      if (node.getKind() == ElementKind.PARAMETER) {
        parameter = node.getName();
      } else if (node.getKind() != ElementKind.METHOD) {
        append(member, node);
      }
    }
    String field = member.isEmpty() ? parameter : member.toString();
    return new Problem.FieldError(field, violation.getMessage());
  }

  private static void append(StringBuilder member, Path.Node node) {
    if (node.isInIterable() && node.getIndex() != null) {
      member.append('[').append(node.getIndex()).append(']');
    }
    if (node.getName() != null && node.getKind() != ElementKind.CONTAINER_ELEMENT) {
      member.append(member.isEmpty() ? "" : ".").append(node.getName());
    }
  }
}
