package org.orderly.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuerySyntaxTest {

  @ParameterizedTest
  @ValueSource(strings = {"q=%zz", "q=100%", "%", "q=%4", "a=%20&b=%2g"})
  void refusesWhatBeginsNoEscape(String query) {
    assertThat(QuerySyntax.isMalformed(query)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "q=tea", "q=%25", "q=100%25&x=%C3%a9", "q=+"})
  void takesEscapes(String query) {
    assertThat(QuerySyntax.isMalformed(query)).isFalse();
  }

  @Test
  void takesAddressesWithoutAQuery() {
    assertThat(QuerySyntax.isMalformed(null)).isFalse();
  }
}
