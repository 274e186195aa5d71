package org.orderly.web;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.orderly.catalog.ProductView;
import org.orderly.catalog.category.Category;
import org.orderly.catalog.category.ManagedCategory;
import org.orderly.catalog.search.Facets;
import org.orderly.catalog.search.ProductMatches;
import org.orderly.catalog.search.SearchMiss;
import org.orderly.catalog.search.Suggestions;
import org.orderly.documents.InvoiceGapQueries;
import org.orderly.identity.EmailChange;
import org.orderly.identity.apiclient.ApiClientView;
import org.orderly.identity.apiclient.NewApiClient;
import org.orderly.identity.apiclient.TokenGrant;
import org.orderly.identity.audit.AuditEntry;
import org.orderly.identity.consent.ConsentView;
import org.orderly.identity.person.AccountView;
import org.orderly.identity.person.UserProfile;
import org.orderly.identity.personal.AddressView;
import org.orderly.identity.session.SessionView;
import org.orderly.identity.session.Tokens;
import org.orderly.identity.twofactor.RecoveryCodes;
import org.orderly.identity.twofactor.TotpEnrolment;
import org.orderly.integrity.IntegrityReport;
import org.orderly.integrity.indoubt.InDoubtReport;
import org.orderly.integrity.indoubt.ResolutionHistory;
import org.orderly.integrity.indoubt.ResolutionResult;
import org.orderly.inventory.StockLevel;
import org.orderly.inventory.adjustment.StockAdjustments;
import org.orderly.inventory.adjustment.StockTakes;
import org.orderly.inventory.history.MovementView;
import org.orderly.inventory.location.LocationStockQueries;
import org.orderly.inventory.location.StockLocationView;
import org.orderly.inventory.transfer.TransferView;
import org.orderly.kernel.Adjustment;
import org.orderly.kernel.PostalAddress;
import org.orderly.ledger.seal.LedgerVerificationResult;
import org.orderly.ledger.statement.LedgerAccount;
import org.orderly.ledger.statement.LedgerEntry;
import org.orderly.ledger.statement.TrialBalance;
import org.orderly.ledger.statement.WalletEntry;
import org.orderly.listing.ImportResult;
import org.orderly.notification.InboxMessage;
import org.orderly.notification.backinstock.BackInStockRequests;
import org.orderly.notification.webhook.DeliveryDetail;
import org.orderly.notification.webhook.DeliveryView;
import org.orderly.notification.webhook.NewWebhook;
import org.orderly.notification.webhook.RotatedSecret;
import org.orderly.notification.webhook.WebhookView;
import org.orderly.ordering.OrderView;
import org.orderly.ordering.fulfilment.GoodsItem;
import org.orderly.ordering.fulfilment.ShipmentView;
import org.orderly.ordering.overview.HistoryEntry;
import org.orderly.ordering.overview.VendorOrder;
import org.orderly.ordering.quote.Quote;
import org.orderly.ordering.returns.ReturnView;
import org.orderly.ordering.settlement.InvoiceSettlement;
import org.orderly.ordering.tracking.TrackedStep;
import org.orderly.payment.RefundView;
import org.orderly.payment.dispute.Dispute;
import org.orderly.payment.gateway.NextAction;
import org.orderly.payment.overview.PaymentView;
import org.orderly.payment.reconciliation.ReconciliationReport;
import org.orderly.payment.wallet.Transfer;
import org.orderly.platform.chain.ChainLink;
import org.orderly.platform.chain.ChainReport;
import org.orderly.platform.events.BrokerQueues;
import org.orderly.platform.events.DeadLetters;
import org.orderly.platform.events.ReplayResult;
import org.orderly.platform.integrity.InvariantResult;
import org.orderly.reporting.CategorySales;
import org.orderly.reporting.ProductSales;
import org.orderly.reporting.SalesFigures;
import org.orderly.reporting.SalesRebuild;
import org.orderly.reporting.SalesReport;
import org.orderly.reporting.SalesSummaryQueries;
import org.orderly.web.account.AccountRecords;
import org.orderly.web.cart.CartRecords;
import org.orderly.web.catalog.CatalogRecords;
import org.orderly.web.fulfilment.FulfilmentRecords;
import org.orderly.web.integration.IntegrationRecords;
import org.orderly.web.inventory.InventoryRecords;
import org.orderly.web.operations.OperationsRecords;
import org.orderly.web.orders.OrdersRecords;
import org.orderly.web.payment.PaymentRecords;
import org.orderly.web.problem.ProblemRecords;

/** The schemas of the API's description that are records of ours, which name their members. */
final class DocumentedRecords {

  private static final Map<String, Class<? extends Record>> OF_DOMAINS =
      Map.ofEntries(
          Map.entry("EmailProgress", EmailChange.Progress.class),
          Map.entry("Consent", ConsentView.class),
          Map.entry("Address", AddressView.class),
          Map.entry("Account", AccountView.class),
          Map.entry("Session", SessionView.class),
          Map.entry("Tokens", Tokens.class),
          Map.entry("NewApiClient", NewApiClient.class),
          Map.entry("ApiClient", ApiClientView.class),
          Map.entry("TokenGrant", TokenGrant.class),
          Map.entry("UserProfile", UserProfile.class),
          Map.entry("Product", ProductView.class),
          Map.entry("ProductPage", ProductMatches.class),
          Map.entry("Facets", Facets.class),
          Map.entry("SearchMiss", SearchMiss.class),
          Map.entry("FacetValue", Facets.FacetValue.class),
          Map.entry("PriceFacet", Facets.PriceFacet.class),
          Map.entry("Suggestions", Suggestions.class),
          Map.entry("SuggestedProduct", Suggestions.SuggestedProduct.class),
          Map.entry("SuggestedCategory", Suggestions.SuggestedCategory.class),
          Map.entry("ImportOutcome", ImportResult.class),
          Map.entry("Category", Category.class),
          Map.entry("ManagedCategory", ManagedCategory.class),
          Map.entry("StockLevel", StockLevel.class),
          Map.entry("StockMovement", MovementView.class),
          Map.entry("AdjustedStock", StockAdjustments.AdjustedStock.class),
          Map.entry("BookedStockTake", StockTakes.BookedStockTake.class),
          Map.entry("BackInStockRequest", BackInStockRequests.BackInStockRequest.class),
          Map.entry("StockLocation", StockLocationView.class),
          Map.entry("StockEverywhere", LocationStockQueries.StockEverywhere.class),
          Map.entry("LocationStock", LocationStockQueries.LocationStock.class),
          Map.entry("StockTransfer", TransferView.class),
          Map.entry("BookedItem", StockTakes.BookedItem.class),
          Map.entry("Transfer", Transfer.class),
          Map.entry("WalletEntry", WalletEntry.class),
          Map.entry("TrialBalance", TrialBalance.class),
          Map.entry("TrialBalanceSide", TrialBalance.Side.class),
          Map.entry("LedgerAccount", LedgerAccount.class),
          Map.entry("LedgerEntry", LedgerEntry.class),
          Map.entry("LedgerLine", LedgerEntry.Line.class),
          Map.entry("LedgerParty", LedgerEntry.Party.class),
          Map.entry("LedgerVerdict", LedgerVerificationResult.class),
          Map.entry("LedgerSeal", ChainLink.class),
          Map.entry("Dispute", Dispute.class),
          Map.entry("ReconciliationReport", ReconciliationReport.class),
          Map.entry("ReconciliationTotal", ReconciliationReport.Total.class),
          Map.entry("ReconciliationLine", ReconciliationReport.Line.class),
          Map.entry("Adjustment", Adjustment.class),
          Map.entry("Quote", Quote.class),
          Map.entry("QuotedItem", Quote.Line.class),
          Map.entry("HistoryEntry", HistoryEntry.class),
          Map.entry("ShippingAddress", PostalAddress.class),
          Map.entry("Order", OrderView.class),
          Map.entry("OrderItem", OrderView.Item.class),
          Map.entry("NextAction", NextAction.class),
          Map.entry("Payment", PaymentView.class),
          Map.entry("PaymentStep", PaymentView.Step.class),
          Map.entry("PaymentTask", PaymentView.Task.class),
          Map.entry("Refund", RefundView.class),
          Map.entry("RefundPart", RefundView.Part.class),
          Map.entry("PaidInvoice", InvoiceSettlement.Paid.class),
          Map.entry("VendorOrder", VendorOrder.class),
          Map.entry("Shipment", ShipmentView.class),
          Map.entry("ShippedItem", GoodsItem.class),
          Map.entry("Return", ReturnView.class),
          Map.entry("ReturnItem", ReturnView.Item.class),
          Map.entry("InboxMessage", InboxMessage.class),
          Map.entry("InvariantCheck", InvariantResult.class),
          Map.entry("Books", IntegrityReport.class),
          Map.entry("InDoubtReport", InDoubtReport.class),
          Map.entry("InDoubtTransaction", InDoubtReport.Transaction.class),
          Map.entry("InDoubtBranch", InDoubtReport.Branch.class),
          Map.entry("ResolveOutcome", ResolutionResult.class),
          Map.entry("ResolvedBranch", ResolutionResult.Branch.class),
          Map.entry("TrackedStep", TrackedStep.class),
          Map.entry("SalesReport", SalesReport.class),
          Map.entry("SalesInCurrency", SalesReport.InCurrency.class),
          Map.entry("SalesFigures", SalesFigures.class),
          Map.entry("ProductSales", ProductSales.class),
          Map.entry("CategorySales", CategorySales.class),
          Map.entry("SalesCheck", SalesSummaryQueries.Report.class),
          Map.entry("SalesComparison", SalesSummaryQueries.Comparison.class),
          Map.entry("SalesRebuild", SalesRebuild.Outcome.class),
          Map.entry("InvoiceCheck", InvoiceGapQueries.Report.class),
          Map.entry("InvoiceYear", InvoiceGapQueries.Year.class),
          Map.entry("Resolution", ResolutionHistory.Entry.class),
          Map.entry("BrokerQueue", BrokerQueues.Queue.class),
          Map.entry("DeadLetter", DeadLetters.Letter.class),
          Map.entry("Replay", ReplayResult.class),
          Map.entry("NewWebhook", NewWebhook.class),
          Map.entry("RotatedSecret", RotatedSecret.class),
          Map.entry("Webhook", WebhookView.class),
          Map.entry("WebhookDelivery", DeliveryView.class),
          Map.entry("WebhookDeliveryDetail", DeliveryDetail.class),
          Map.entry("TotpEnrolment", TotpEnrolment.class),
          Map.entry("RecoveryCodes", RecoveryCodes.class),
          Map.entry("AuditEntry", AuditEntry.class),
          Map.entry("AuditVerdict", ChainReport.class),
          Map.entry("AuditLink", ChainLink.class));

  static final Map<String, Class<? extends Record>> ALL =
      Stream.of(
              AccountRecords.ALL,
              CartRecords.ALL,
              CatalogRecords.ALL,
              FulfilmentRecords.ALL,
              IntegrationRecords.ALL,
              InventoryRecords.ALL,
              OperationsRecords.ALL,
              OrdersRecords.ALL,
              PaymentRecords.ALL,
              ProblemRecords.ALL,
              OF_DOMAINS)
          .flatMap(room -> room.entrySet().stream())
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private DocumentedRecords() {}
}
