package org.orderly.platform.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.platform.personal.PersonalColumn.InExport;
import org.orderly.platform.personal.PersonalColumn.OnErasure;

class PersonalColumnsFileTest {

  private static final List<PersonalTable> TABLES =
      PersonalColumnsFile.parse(
          """
          # what people told us
          table visit
            person guest = :user or host = :user
            order by house_id, day
            set version = version + 1
            guest_name | replace | rows in visits
            note | replace with '-' | rows in visits
            country | keep: the law | in profile
            token | keep: a reason | no: a secret
            plain kind, state

          table letter
            person owner = :user
            body | delete | in mails
          """);

  @Test
  void declaresColumnsByTable() {
    assertThat(TABLES).extracting(PersonalTable::name).containsExactly("visit", "letter");
    PersonalTable visit = TABLES.get(0);
    assertThat(visit.plain()).containsExactly("kind", "state");
    assertThat(visit.columns())
        .extracting(PersonalColumn::name, PersonalColumn::onErasure, PersonalColumn::inExport)
        .containsExactly(
            tuple("guest_name", OnErasure.REPLACE, InExport.ROWS),
            tuple("note", OnErasure.REPLACE, InExport.ROWS),
            tuple("country", OnErasure.KEEP, InExport.VIEW),
            tuple("token", OnErasure.KEEP, InExport.NONE));
    assertThat(visit.columns().get(2).reason()).isEqualTo("the law");
    assertThat(visit.columns().get(3).part()).isEqualTo("a secret");
  }

  @Test
  void erasesAsDeclared() {
    assertThat(TABLES.get(0).erasure())
        .contains(
            "update visit set guest_name = case when guest_name is not null then 'erased' end,"
                + " note = '-', version = version + 1 where guest = ? or host = ?");
    assertThat(TABLES.get(0).uses()).isEqualTo(2);
    assertThat(TABLES.get(1).erasure()).contains("delete from letter where owner = ?");
  }

  @Test
  void exportsRowsWithTheirKey() {
    assertThat(TABLES.get(0).rows("visits"))
        .contains(
            "select json_build_object('houseId', house_id, 'day', day, 'guestName', guest_name,"
                + " 'note', note)::text as json from visit where guest = ? or host = ?"
                + " order by house_id, day limit ? offset ?");
    assertThat(TABLES.get(0).rows("profile")).isEmpty();
    assertThat(TABLES.get(1).rows("mails")).isEmpty();
  }

  @Test
  void leavesWhatIsKept() {
    List<PersonalTable> kept =
        PersonalColumnsFile.parse("table a\n  person b = :user\n  c | keep: law | in profile");
    assertThat(kept.get(0).erasure()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "person a = :user",
        "table a\n  b",
        "table a\n  b | delete",
        "table a\n  b | keep | in profile",
        "table a\n  b | keep: | in profile",
        "table a\n  b | elsewhere | in profile",
        "table a\n  b | forget | in profile",
        "table a\n  b | delete | nowhere",
      })
  void refusesWhatDeclaresNothing(String text) {
    assertThatThrownBy(() -> PersonalColumnsFile.parse(text))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no declaration");
  }
}
