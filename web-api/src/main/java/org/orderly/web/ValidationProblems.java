package org.orderly.web;

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

  private static Problem.FieldError error(ConstraintViolation<?> violation) {
    StringBuilder field = new StringBuilder();
    for (Path.Node node : violation.getPropertyPath()) {
      boolean ofRequest =
          node.getKind() != ElementKind.METHOD && node.getKind() != ElementKind.PARAMETER;
      if (ofRequest && node.getName() != null) {
        field.append(field.isEmpty() ? "" : ".").append(node.getName());
      }
      if (node.isInIterable() && node.getIndex() != null) {
        field.append('[').append(node.getIndex()).append(']');
      }
    }
    return new Problem.FieldError(field.toString(), violation.getMessage());
  }
}
