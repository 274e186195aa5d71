package org.orderly.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.orderly.catalog.Category;
import org.orderly.catalog.ProductView;
import org.orderly.identity.AccountView;
import org.orderly.identity.AddressView;
import org.orderly.identity.ConsentView;
import org.orderly.identity.EmailChange;
import org.orderly.identity.UserProfile;
import org.orderly.identity.audit.AuditEntry;
import org.orderly.identity.audit.AuditVerdict;
import org.orderly.identity.audit.Link;
import org.orderly.identity.machine.MachineView;
import org.orderly.identity.machine.NewMachine;
import org.orderly.identity.machine.TokenGrant;
import org.orderly.identity.session.SessionView;
import org.orderly.identity.session.Tokens;
import org.orderly.identity.twofactor.RecoveryCodes;
import org.orderly.identity.twofactor.TotpEnrolment;
import org.orderly.inventory.StockLevel;
import org.orderly.kernel.InvariantCheck;
import org.orderly.messaging.BrokerQueues;
import org.orderly.messaging.DeadLetters;
import org.orderly.messaging.Replay;
import org.orderly.notification.InboxMessage;
import org.orderly.ordering.ImportOutcome;
import org.orderly.ordering.InDoubtReport;
import org.orderly.ordering.OrderView;
import org.orderly.ordering.Resolutions;
import org.orderly.ordering.ResolveOutcome;
import org.orderly.ordering.ShippingAddress;
import org.orderly.ordering.VendorOrder;
import org.orderly.ordering.audit.Books;
import org.orderly.payment.Transfer;
import org.orderly.payment.WalletEntry;

/** The document is written by hand; this holds it to what the resources really do. */
class OpenApiTest {

  /** Served by the container, not by JAX-RS. */
  private static final Set<String> ELSEWHERE = Set.of("get /.well-known/jwks.json");

  /** Answered from the request's own headers, not through a parameter of the method. */
  private static final Set<String> IMPLIED = Set.of("header If-None-Match");

  /** Open to everyone, and yet not every proof of who one is counts. */
  private static final Set<String> PROVING =
      Set.of(
          "/api/v1/auth/login",
          "/api/v1/auth/refresh",
          "/api/v1/auth/logout",
          "/api/v1/auth/token",
          "/api/v1/auth/oidc/session");

  private static final Pattern ROLES =
      Pattern.compile("^Roles: ((?:admin|customer|vendor)(?:, (?:admin|customer|vendor))*)");

  private static final Map<String, Class<? extends Record>> RECORDS =
      Map.ofEntries(
          Map.entry("RegisterRequest", AuthResource.RegisterRequest.class),
          Map.entry("AddressRequest", MailedLinksResource.AddressRequest.class),
          Map.entry("TokenRequest", MailedLinksResource.TokenRequest.class),
          Map.entry("ResetRequest", MailedLinksResource.ResetRequest.class),
          Map.entry("PasswordRequest", OwnAccountResource.PasswordRequest.class),
          Map.entry("ProfileRequest", OwnAccountResource.ProfileRequest.class),
          Map.entry("EmailRequest", OwnAccountResource.EmailRequest.class),
          Map.entry("EmailProgress", EmailChange.Progress.class),
          Map.entry("ErasureRequest", OwnAccountResource.ErasureRequest.class),
          Map.entry("ConsentRequest", OwnAccountResource.ConsentRequest.class),
          Map.entry("Consent", ConsentView.class),
          Map.entry("AddressEntry", AddressesResource.AddressEntry.class),
          Map.entry("Address", AddressView.class),
          Map.entry("UserImportRequest", AdminUsersResource.UserImportRequest.class),
          Map.entry("Account", AccountView.class),
          Map.entry("LoginRequest", AuthResource.LoginRequest.class),
          Map.entry("RefreshRequest", AuthResource.RefreshRequest.class),
          Map.entry("Session", SessionView.class),
          Map.entry("Tokens", Tokens.class),
          Map.entry("MachineRequest", MachinesResource.MachineRequest.class),
          Map.entry("NewMachine", NewMachine.class),
          Map.entry("Machine", MachineView.class),
          Map.entry("Provider", OidcResource.ProviderView.class),
          Map.entry("ProviderCodeRequest", OidcResource.CodeRequest.class),
          Map.entry("TokenGrant", TokenGrant.class),
          Map.entry("OAuthError", TokenResource.OAuthError.class),
          Map.entry("UserProfile", UserProfile.class),
          Map.entry("RolesRequest", UsersResource.RolesRequest.class),
          Map.entry("ProductRequest", ProductRequest.class),
          Map.entry("Product", ProductView.class),
          Map.entry("ImportOutcome", ImportOutcome.class),
          Map.entry("Category", Category.class),
          Map.entry("StockLevel", StockLevel.class),
          Map.entry("StockAdjustment", InventoryResource.Adjustment.class),
          Map.entry("Cart", PricedCart.class),
          Map.entry("CartItem", PricedCart.Item.class),
          Map.entry("CartQuantity", CartResource.QuantityRequest.class),
          Map.entry("Transfer", Transfer.class),
          Map.entry("TransferRequest", BalanceResource.Movement.class),
          Map.entry("WalletEntry", WalletEntry.class),
          Map.entry("PlaceOrderRequest", OrdersResource.NewOrder.class),
          Map.entry("OrderItemRequest", OrdersResource.Item.class),
          Map.entry("ShippingAddress", ShippingAddress.class),
          Map.entry("Order", OrderView.class),
          Map.entry("OrderItem", OrderView.Item.class),
          Map.entry("VendorOrder", VendorOrder.class),
          Map.entry("InboxMessage", InboxMessage.class),
          Map.entry("InvariantCheck", InvariantCheck.class),
          Map.entry("Books", Books.class),
          Map.entry("InDoubtReport", InDoubtReport.class),
          Map.entry("InDoubtTransaction", InDoubtReport.Transaction.class),
          Map.entry("InDoubtBranch", InDoubtReport.Branch.class),
          Map.entry("ResolveRequest", TransactionsResource.ResolveRequest.class),
          Map.entry("ResolveOutcome", ResolveOutcome.class),
          Map.entry("ResolvedBranch", ResolveOutcome.Branch.class),
          Map.entry("Resolution", Resolutions.Entry.class),
          Map.entry("BrokerDepth", BrokerResource.BrokerDepth.class),
          Map.entry("BrokerQueue", BrokerQueues.Queue.class),
          Map.entry("OutboxDepth", BrokerResource.Waiting.class),
          Map.entry("DeadLetter", DeadLetters.Letter.class),
          Map.entry("ReplayRequest", DeadLettersResource.ReplayRequest.class),
          Map.entry("Replay", Replay.class),
          Map.entry("TotpEnrolment", TotpEnrolment.class),
          Map.entry("ConfirmSecondFactorRequest", SecondFactorResource.ConfirmRequest.class),
          Map.entry("RecoveryCodes", RecoveryCodes.class),
          Map.entry("RemoveSecondFactorRequest", SecondFactorResource.RemoveRequest.class),
          Map.entry("AuditEntry", AuditEntry.class),
          Map.entry("AuditVerdict", AuditVerdict.class),
          Map.entry("AuditLink", Link.class),
          Map.entry("FieldError", Problem.FieldError.class),
          Map.entry("Problem", Problem.class));

  private static JsonNode document;
  private static Map<String, JsonNode> operations;

  @BeforeAll
  static void read() throws IOException {
    try (InputStream yaml = OpenApiTest.class.getResourceAsStream("/META-INF/openapi.yaml")) {
      document = new YAMLMapper().readTree(yaml);
    }
    operations = new TreeMap<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue().properties().stream()
                    .filter(member -> !member.getKey().equals("parameters"))
                    .forEach(
                        member ->
                            operations.put(
                                member.getKey() + " " + path.getKey(), member.getValue())));
    ELSEWHERE.forEach(operations::remove);
  }

  @Test
  void documentsEveryResourceMethodAndNothingElse() throws Exception {
    Set<String> names = Endpoint.all().map(Endpoint::name).collect(Collectors.toSet());
    assertThat(operations.keySet()).containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void namesEveryOperationOnce() {
    assertThat(operations.values().stream().map(operation -> text(operation, "operationId")))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[a-z][A-Za-z]+"));
  }

  @TestFactory
  Stream<DynamicTest> saysWhoMayCall() throws Exception {
    return each(
        endpoint -> {
          JsonNode operation = operations.get(endpoint.name());
          assertThat(rolesIn(operation)).isEqualTo(endpoint.roles());
          assertThat(scopeIn(operation)).isEqualTo(endpoint.scope());
          assertThat(endpoint.letsMachinesIn()).isEqualTo(endpoint.scope() != null);
          assertThat(isOpen(operation))
              .as("open to everyone")
              .isEqualTo(endpoint.roles().isEmpty());
          assertThat(operation.path("responses").has("401"))
              .as("may answer 401")
              .isEqualTo(!endpoint.roles().isEmpty() || PROVING.contains(endpoint.path()));
        });
  }

  @TestFactory
  Stream<DynamicTest> saysWhatIsSent() throws Exception {
    return each(
        endpoint -> {
          JsonNode operation = operations.get(endpoint.name());
          Set<String> told = parameters(operation);
          told.addAll(parameters(document.path("paths").path(endpoint.path())));
          told.removeAll(IMPLIED);
          assertThat(told).isEqualTo(endpoint.parameters());
          assertThat(operation.has("requestBody")).isEqualTo(endpoint.readsBody());
        });
  }

  @TestFactory
  Stream<DynamicTest> listsEveryMemberOfARecord() {
    return RECORDS.entrySet().stream()
        .map(
            record ->
                DynamicTest.dynamicTest(
                    record.getKey(),
                    () ->
                        assertThat(members(record.getKey()))
                            .isEqualTo(members(record.getValue()))));
  }

  @FunctionalInterface
  private interface Check {
    void of(Endpoint endpoint);
  }

  private static Stream<DynamicTest> each(Check check) throws Exception {
    return Endpoint.all()
        .map(endpoint -> DynamicTest.dynamicTest(endpoint.name(), () -> check.of(endpoint)));
  }

  /** An empty requirement among others says that a token may be sent and need not. */
  private static boolean isOpen(JsonNode operation) {
    JsonNode security = operation.path("security");
    return operation.has("security")
        && (security.isEmpty() || security.path(0).isObject() && security.path(0).isEmpty());
  }

  private static Set<String> rolesIn(JsonNode operation) {
    Matcher told = ROLES.matcher(text(operation, "description"));
    return told.find() ? new TreeSet<>(Arrays.asList(told.group(1).split(", "))) : Set.of();
  }

  private static String scopeIn(JsonNode operation) {
    return operation.path("security").findPath("machine").path(0).asText(null);
  }

  @Test
  void listsEveryScope() throws Exception {
    JsonNode flow = document.at("/components/securitySchemes/machine/flows/clientCredentials");
    Set<String> told = new TreeSet<>();
    flow.path("scopes").fieldNames().forEachRemaining(told::add);
    assertThat(told)
        .isEqualTo(
            Endpoint.all()
                .map(Endpoint::scope)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static Set<String> parameters(JsonNode holder) {
    return StreamSupport.stream(holder.path("parameters").spliterator(), false)
        .map(OpenApiTest::resolved)
        .map(parameter -> text(parameter, "in") + " " + text(parameter, "name"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(text(node, "$ref").substring(1)) : node;
  }

  private static Set<String> members(String schema) {
    JsonNode properties = document.at("/components/schemas/" + schema + "/properties");
    Set<String> names = new TreeSet<>();
    properties.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String name(RecordComponent member) {
    JsonProperty told = member.getAccessor().getAnnotation(JsonProperty.class);
    return told == null ? member.getName() : told.value();
  }

  private static Set<String> members(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents())
        .filter(member -> !member.getAccessor().isAnnotationPresent(JsonIgnore.class))
        .filter(member -> !member.getAccessor().isAnnotationPresent(JsonAnyGetter.class))
        .map(OpenApiTest::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String text(JsonNode node, String member) {
    return node.path(member).asText();
  }
}
