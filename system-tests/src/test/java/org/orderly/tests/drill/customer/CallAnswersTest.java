package org.orderly.tests.drill.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderly.tests.drill.HistoryVerification;
import org.orderly.tests.drill.history.CallAnswer;
import org.orderly.tests.drill.history.CounterReading;
import org.orderly.tests.drill.history.RecordedCall;
import org.orderly.tests.drill.history.RequestIdentity;

class CallAnswersTest {
  private static final RequestIdentity ORDER = new RequestIdentity("order", "dora", "k");

  @Test
  void knowAnOrderByItsId() throws Exception {
    assertThat(answer(ORDER, 201, "{'id': 'o1', 'total': {}}"))
        .isEqualTo(new CallAnswer.Done("o1", Map.of()));
  }

  @Test
  void readHowMuchThereWasOfEachProductThatIsShort() throws Exception {
    String problem =
        "{'code': 'insufficient-stock', 'items': [{'productId': 'p', 'requested': 3, 'available':"
            + " 2}, {'productId': 'q', 'requested': 100000001, 'available': 1e2}]}";

    assertThat(answer(ORDER, 409, problem))
        .isEqualTo(
            new CallAnswer.Refused(
                "insufficient-stock",
                List.of(
                    new CounterReading("stock of p", 2, 3),
                    new CounterReading("stock of q", 100, 100_000_001))));
  }

  @Test
  void readTheBalanceThatDoesNotCoverAnOrder() throws Exception {
    String problem =
        "{'code': 'insufficient-funds', 'balance': {'amount': '3.05'}, 'required': {'amount':"
            + " '8.99'}}";

    assertThat(answer(ORDER, 409, problem))
        .isEqualTo(
            new CallAnswer.Refused(
                "insufficient-funds", List.of(new CounterReading("wallet of dora", 305, 899))));
  }

  @Test
  void readTheLevelThatARestockLeft() throws Exception {
    RequestIdentity restock = new RequestIdentity("restock", "admin", "drill-1-2");

    assertThat(answer(restock, 201, "{'productId': 'p', 'onHand': 9, 'available': 4}"))
        .isEqualTo(new CallAnswer.Done("drill-1-2", Map.of("stock of p", 4L)));
  }

  @Test
  void takeADepositThatIsNotSettledForUnknown() throws Exception {
    RequestIdentity deposit = new RequestIdentity("deposit", "dora", "k");

    assertThat(answer(deposit, 201, "{'id': 't', 'status': 'COMPLETED'}"))
        .isEqualTo(new CallAnswer.Done("t", Map.of()));
    assertThat(answer(deposit, 201, "{'id': 't', 'status': 'PENDING'}"))
        .isInstanceOf(CallAnswer.Unknown.class);
  }

  @ParameterizedTest
  @CsvSource({
    "503, outcome-unknown",
    "500, internal-error",
    "409, idempotency-key-in-flight",
    "401, unauthenticated",
    "429, too-many-requests"
  })
  void takeWhatSaysNothingOfTheEffectForUnknown(int status, String code) throws Exception {
    assertThat(answer(ORDER, status, "{'code': '" + code + "'}"))
        .isEqualTo(new CallAnswer.Unknown(status, status + " " + code));
  }

  @Test
  void areErrorsOnlyBeforeAnythingIsDown() {
    CallAnswer error = new CallAnswer.Unknown(503, "503 database-unavailable");
    CallAnswer none = new CallAnswer.Unknown(0, "timed out");
    List<RecordedCall> calls =
        List.of(
            new RecordedCall(ORDER, 0, 99, error),
            new RecordedCall(ORDER, 0, 99, none),
            new RecordedCall(ORDER, 50, 101, error));

    assertThat(HistoryVerification.errorsBefore(100, calls))
        .containsExactly(
            "error while nothing was down: 503 database-unavailable to order k of dora");
  }

  private static CallAnswer answer(RequestIdentity request, int status, String body)
      throws Exception {
    String json = body.replace('\'', '"');
    return CallAnswers.of(
        new InstanceClient.Reply(status, new ObjectMapper().readTree(json)), request);
  }
}
