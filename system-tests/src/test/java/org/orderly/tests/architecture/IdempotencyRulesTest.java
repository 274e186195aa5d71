package org.orderly.tests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ws.rs.HeaderParam;
import java.util.Set;
import java.util.stream.Collectors;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.web.request.Idempotency;

/** Resources read an idempotency key and replay an answer in one way: {@link Idempotency}. */
@AnalyzeClasses(packages = "org.orderly.web", importOptions = ImportOption.DoNotIncludeTests.class)
class IdempotencyRulesTest {

  @ArchTest
  static final ArchRule onlyOneClassMakesKeys =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Idempotency.class)
          .should()
          .callMethodWhere(
              DescribedPredicate.describe(
                  "makes an idempotency key",
                  call ->
                      call.getTargetOwner().isEquivalentTo(IdempotencyKey.class)
                          && call.getName().equals("of")));

  @ArchTest
  static final ArchRule whoeverReadsTheHeaderRunsTheRequestOnce =
      methods()
          .that(
              DescribedPredicate.describe("read the header", IdempotencyRulesTest::readsTheHeader))
          .should(
              new ArchCondition<JavaMethod>("run it by Idempotency") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                  boolean runs =
                      method.getCallsFromSelf().stream()
                          .anyMatch(
                              call ->
                                  call.getTargetOwner().isEquivalentTo(Idempotency.class)
                                      && call.getName().equals("of"));
                  events.add(new SimpleConditionEvent(method, runs, method.getFullName()));
                }
              });

  /** What moves stock or money; a new one has to be added here with its header. */
  @ArchTest
  static void allThatMovesStockOrMoneyReadsTheHeader(JavaClasses classes) {
    Set<String> found =
        classes.stream()
            .flatMap(one -> one.getMethods().stream())
            .filter(IdempotencyRulesTest::readsTheHeader)
            .map(method -> method.getOwner().getSimpleName() + "." + method.getName())
            .collect(Collectors.toSet());
    assertThat(found)
        .containsExactlyInAnyOrder(
            "BalanceResource.deposit",
            "BalanceResource.withdraw",
            "CancellationResource.cancel",
            "GuestCheckoutResource.place",
            "InventoryResource.adjust",
            "LedgerResource.reverse",
            "OrderPaymentsResource.refund",
            "OrderPreparationResource.process",
            "OrderReturnsResource.request",
            "OrderShipmentsResource.ship",
            "OrdersResource.edit",
            "OrdersResource.place",
            "PaymentsResource.paid",
            "ReturnsResource.approve",
            "ReturnsResource.receive",
            "ReturnsResource.refuse",
            "ReturnsResource.restock",
            "ReturnsResource.writeOff",
            "ShipmentsResource.deliver",
            "StockBatchResource.adjust",
            "StockTakesResource.book",
            "StockTransfersResource.cancel",
            "StockTransfersResource.receive",
            "StockTransfersResource.send");
  }

  private static boolean readsTheHeader(JavaMethod method) {
    return method.getParameters().stream()
        .filter(parameter -> parameter.isAnnotatedWith(HeaderParam.class))
        .map(parameter -> parameter.getAnnotationOfType(HeaderParam.class).value())
        .anyMatch(Idempotency.KEY::equals);
  }
}
