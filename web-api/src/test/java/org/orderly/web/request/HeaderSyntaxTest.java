package org.orderly.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.glassfish.jersey.server.ContainerRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderly.web.problem.Problem;

class HeaderSyntaxTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "If-Match | 17",
        "If-Match | \"17",
        "If-Match | \"1\" \"2\"",
        "If-Match | *, \"1\"",
        "If-None-Match | W/17",
        "If-None-Match | w/\"17\"",
        "If-None-Match | \"a\"b\"",
        "Content-Type | json",
        "Content-Type | application/json;charset",
        "Accept | ;",
        "Accept | text/html;q=x",
        "Accept-Language | ;;"
      })
  void refusesWhatIsNotOfTheSyntax(String name, String value) {
    ContainerRequest request = filtered(name, value);
    assertThat(request.getAbortResponse()).as(name + ": " + value).isNotNull();
    Problem refusal = (Problem) request.getAbortResponse().getEntity();
    assertThat(refusal.code()).isEqualTo("malformed-header");
    assertThat(refusal.detail()).contains(name).doesNotContain(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "If-Match | *",
        "If-Match | \"17\"",
        "If-None-Match | W/\"17\", \"a\",W/\"\"",
        "Content-Type | application/json; charset=utf-8",
        "Accept | text/html, application/json;q=0.9, */*;q=0.1",
        "Accept-Language | en-GB,en;q=0.8",
        "Cookie | a=b; c=d"
      })
  void letsThroughWhatIs(String name, String value) {
    assertThat(filtered(name, value).getAbortResponse()).isNull();
  }

  private static ContainerRequest filtered(String name, String value) {
    ContainerRequest request = Requests.withHeader(name, value);
    new HeaderSyntax().filter(request);
    return request;
  }
}
