package org.orderly.tests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ws.rs.HttpMethod;
import java.util.function.Predicate;
import org.orderly.kernel.OrderId;
import org.orderly.ordering.access.OrderAccess;
import org.orderly.ordering.access.OrderActor;
import org.orderly.ordering.guests.GuestOrders;

/** Nothing reads or changes a single order for a caller without asking {@link OrderAccess}. */
@AnalyzeClasses(
    packages = {"org.orderly.web", "org.orderly.ordering", "org.orderly.documents"},
    importOptions = ImportOption.DoNotIncludeTests.class)
class OrderAccessRulesTest {

  @ArchTest
  static final ArchRule resourcesOfAnOrderPassItsActorOn =
      methods()
          .that(
              DescribedPredicate.describe(
                  "serve a request about a single order",
                  method -> isResourceMethod(method) && takes(method, OrderId.class)))
          .should(
              call(
                  "a use case with the actor, or adopt the order with its token",
                  call -> passesActor(call) || adopts(call)));

  @ArchTest
  static final ArchRule whatTakesAnActorAsksForAccess =
      methods()
          .that()
          .areNotPrivate()
          .and()
          .areDeclaredInClassesThat()
          .resideOutsideOfPackage("org.orderly.ordering.access")
          .and(
              DescribedPredicate.describe(
                  "take an order actor", method -> takes(method, OrderActor.class)))
          .should(call("what decides about the actor", OrderAccessRulesTest::passesActor));

  private static boolean isResourceMethod(CanBeAnnotated method) {
    return method.isMetaAnnotatedWith(HttpMethod.class);
  }

  private static boolean takes(JavaMethod method, Class<?> type) {
    return method.getRawParameterTypes().stream().anyMatch(one -> one.isEquivalentTo(type));
  }

  private static boolean passesActor(JavaCall<?> call) {
    return call.getTarget().getRawParameterTypes().stream()
        .anyMatch(type -> type.isEquivalentTo(OrderActor.class));
  }

  private static boolean adopts(JavaCall<?> call) {
    return call.getTargetOwner().isEquivalentTo(GuestOrders.class)
        && call.getName().equals("adopt");
  }

  private static ArchCondition<JavaMethod> call(String what, Predicate<JavaCall<?>> wanted) {
    return new ArchCondition<>("call " + what) {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean calls = method.getCallsFromSelf().stream().anyMatch(wanted);
        events.add(
            new SimpleConditionEvent(method, calls, method.getFullName() + " calls " + what));
      }
    };
  }
}
