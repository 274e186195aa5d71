package org.orderly.tests.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import jakarta.jms.JMSException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.tests.support.Api;
import org.orderly.tests.support.Eventually;
import org.orderly.tests.support.LifeOfOrders;
import org.orderly.tests.support.PublishedEvents;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.TestProducts;

/** What is really told is what the description says. */
@ExtendWith(RunningShop.class)
class AsyncApiIT {

  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7);

  @Test
  void isServedAsItIsWritten() {
    JsonNode served = RunningShop.api().get("/asyncapi?format=json").expect(200);
    assertThat(served).isEqualTo(AsyncApi.DOCUMENT);
  }

  @Test
  void everyMessageIsAsDescribed() throws JMSException {
    try (PublishedEvents told = new PublishedEvents(AsyncApi.channels().keySet())) {
      Set<String> expected = live();
      Eventually.see("every event", told::types, types -> types.containsAll(expected));
      assertThat(told.all()).allSatisfy(AsyncApiIT::isAsDescribed);
    }
  }

  /** One of everything that a shop does; returns what is told of it. */
  private static Set<String> live() {
    Shopper vendor = Shopper.vendor(RunningShop.api());
    TestProducts tea = TestProducts.listed(vendor, "2.00", "EUR", 5, 4);
    Map<String, Object> draft = TestProducts.draft("3.00", "EUR");
    draft.put("sku", tea.sku());
    draft.put("lowStockThreshold", 4);
    vendor.send("PUT", "products/" + tea.id(), draft).expect(200);
    aCategory();
    Map<String, Object> found = Map.of("quantity", 1, "reason", "found");
    vendor.send("POST", "inventory/" + tea.id() + "/adjustments", found).expect(201);
    TestProducts cup = TestProducts.listed(vendor, "2.00", "EUR", 1, 0);
    for (int change : List.of(-1, 5)) {
      Map<String, Object> counted = Map.of("quantity", change, "reason", "counted");
      vendor.send("POST", "inventory/" + cup.id() + "/adjustments", counted).expect(201);
    }
    Shopper ann = Shopper.registered(RunningShop.api()).deposit("50.00", "EUR");
    LifeOfOrders orders = new LifeOfOrders(ann, tea);
    orders.bringOneThereAndBack();
    orders.changeOneAndCallItOff();
    orders.leaveOneUnpaid();
    orders.payOneByCard();
    ann.send("POST", "orders", Shopper.orderRequest(tea, 1)).expect(201);
    Map<String, Object> some = Map.of("amount", TestProducts.money("1.00", "EUR"));
    ann.post("balance/withdraw", UUID.randomUUID().toString(), some).expect(201);
    vendor.send("DELETE", "products/" + tea.id(), null).expect(204);
    Map<String, Object> leaving = Map.of("password", Shopper.PASSWORD, "forfeitBalance", true);
    ann.send("DELETE", "users/me", leaving).expect(204);
    return Set.of(
        "UserRegistered",
        "MailedLinkRequested",
        "UserErased",
        "CategoryCreated",
        "CategoryChanged",
        "CategoryDeleted",
        "ProductListed",
        "ProductChanged",
        "ProductWithdrawn",
        "StockRunningLow",
        "StockDepleted",
        "StockReplenished",
        "ProductBackInStock",
        "OrderPlaced",
        "OrderConfirmed",
        "OrderProcessing",
        "OrderShipped",
        "OrderDelivered",
        "OrderCancelled",
        "OrderEdited",
        "ReturnRequested",
        "ReturnApproved",
        "ReturnRefused",
        "OrderReturned",
        "ReturnRestocked",
        "ReturnWrittenOff",
        "ReturnCompleted",
        "PaymentPending",
        "PaymentAuthorized",
        "PaymentCaptured",
        "PaymentRefunded",
        "WalletCredited",
        "WalletDebited",
        "AuditNote");
  }

  private static void aCategory() {
    Shopper admin = RunningShop.admin();
    Map<String, Object> orderRequest = Map.of("name", "Told " + UUID.randomUUID());
    String place =
        "categories/"
            + admin.send("POST", "categories", orderRequest).expect(201).get("id").asText();
    admin.send("PUT", place, Map.of("name", "Told " + UUID.randomUUID())).expect(200);
    admin.send("DELETE", place, null).expect(204);
  }

  private static void isAsDescribed(PublishedEvents.Event event) {
    assertThat(AsyncApi.channels().get(event.channel())).contains(event.type());
    assertThat(event.payload().get("eventId").asText()).isEqualTo(event.eventId());
    assertThat(event.payload().get("occurredAt").asText()).isEqualTo(event.occurredAt());
    assertThat(problems(event)).as(event.type() + " " + event.payload()).isEmpty();
  }

  /** The schema stands in the document, which its references point into. */
  private static List<String> problems(PublishedEvents.Event event) {
    JsonNode message = AsyncApi.message(event.type());
    ObjectNode schema = Api.JSON.createObjectNode();
    schema.set("$ref", message.at("/payload/$ref"));
    schema.set("components", AsyncApi.DOCUMENT.get("components"));
    JsonSchema described = SCHEMAS.getSchema(schema);
    return described
        .validate(
            event.payload(),
            context -> {
              context.getExecutionConfig().setFormatAssertionsEnabled(true);
            })
        .stream()
        .map(ValidationMessage::getMessage)
        .toList();
  }
}
