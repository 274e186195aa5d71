package org.orderly.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.glassfish.jersey.model.internal.CommonConfig;
import org.glassfish.jersey.model.internal.ComponentBag;
import org.glassfish.jersey.server.ContainerRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderly.web.problem.Problem;

class QueryParametersTest {

  static class Period {
    @QueryParam("from")
    private String from;

    @QueryParam("status")
    private List<String> status;
  }

  static class Reading {
    public void list(@BeanParam Period period, @QueryParam("limit") Integer limit) {}

    public void nothing() {}

    @IgnoresUnknownParameters
    public void callback(@QueryParam("code") String code) {}
  }

  @ParameterizedTest
  @CsvSource({
    "list, limit=5&from=x",
    "list, status=A&status=B",
    "list, from=caf%C3%A9",
    "nothing, ''",
    "callback, code=1&session_state=2"
  })
  void letsThroughWhatIsRead(String method, String query) throws Exception {
    assertThat(refusal(method, query)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "list | brand=x | unknown-parameter | brand is not known; known here: from, limit, status",
        "list | Limit=5 | unknown-parameter | Limit is not known; known here: from, limit, status",
        "nothing | a | unknown-parameter | a is not known; this address reads no parameters",
        "list | %00=1 | unknown-parameter | a name is not known; known here: from, limit, status",
        "list | limit=5&limit=6 | repeated-parameter | limit is sent more than once",
        "list | from=%00 | invalid-value | from contains a character that is not allowed: U+0000",
        "callback | code=1&code=2 | repeated-parameter | code is sent more than once",
        "callback | x=%00 | invalid-value | x contains a character that is not allowed: U+0000"
      })
  void refusesAndNamesWhatIsNot(String method, String query, String code, String detail)
      throws Exception {
    Problem refusal = refusal(method, query);
    assertThat(refusal.status()).isEqualTo(400);
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal.detail()).isEqualTo(detail);
  }

  private static Problem refusal(String method, String query) throws Exception {
    return filtered(method, Requests.to("things" + (query.isEmpty() ? "" : "?" + query)));
  }

  private static Problem filtered(String name, ContainerRequest request) throws Exception {
    Method method =
        Arrays.stream(Reading.class.getMethods())
            .filter(found -> found.getName().equals(name))
            .findFirst()
            .orElseThrow();
    CommonConfig registered = new CommonConfig(RuntimeType.SERVER, ComponentBag.INCLUDE_ALL);
    new QueryParameters().configure(new Operation(method), registered);
    for (Object filter : registered.getInstances()) {
      ((ContainerRequestFilter) filter).filter(request);
    }
    return request.getAbortResponse() == null
        ? null
        : (Problem) request.getAbortResponse().getEntity();
  }

  private record Operation(Method method) implements ResourceInfo {

    @Override
    public Method getResourceMethod() {
      return method;
    }

    @Override
    public Class<?> getResourceClass() {
      return Reading.class;
    }
  }
}
