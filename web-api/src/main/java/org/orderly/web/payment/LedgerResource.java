package org.orderly.web.payment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Money;
import org.orderly.kernel.Page;
import org.orderly.ledger.AccountKind;
import org.orderly.ledger.seal.LedgerVerification;
import org.orderly.ledger.seal.LedgerVerificationResult;
import org.orderly.ledger.statement.LedgerAccount;
import org.orderly.ledger.statement.LedgerEntry;
import org.orderly.ledger.statement.LedgerQueries;
import org.orderly.ledger.statement.StatementQueries;
import org.orderly.ledger.statement.TrialBalance;
import org.orderly.ledger.statement.WalletEntry;
import org.orderly.payment.wallet.LedgerCorrections;
import org.orderly.platform.chain.ChainLink;
import org.orderly.web.request.Caller;
import org.orderly.web.request.Idempotency;
import org.orderly.web.request.Roles;

/** The books, for admins. */
@Path("/admin/ledger")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
public class LedgerResource {

  record ReverseRequest(@NotNull String reason) {}

  private final LedgerQueries books;
  private final StatementQueries statementQueries;
  private final LedgerVerification verification;
  private final LedgerCorrections ledgerCorrections;
  private final Caller caller;
  private final Idempotency idempotency;

  @Inject
  LedgerResource(
      LedgerQueries books,
      StatementQueries statementQueries,
      LedgerVerification verification,
      LedgerCorrections ledgerCorrections,
      Caller caller,
      Idempotency idempotency) {
    this.books = books;
    this.statementQueries = statementQueries;
    this.verification = verification;
    this.ledgerCorrections = ledgerCorrections;
    this.caller = caller;
    this.idempotency = idempotency;
  }

  @GET
  @Path("/trial-balance")
  public TrialBalance trialBalance() {
    return books.trialBalance();
  }

  @GET
  @Path("/accounts")
  public Page<LedgerAccount> accounts(
      @QueryParam("kind") String kind,
      @QueryParam("owner") UUID owner,
      @QueryParam("currency") String currency,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor) {
    return books.accounts(
        AccountKind.of(kind),
        owner,
        currency == null ? null : Money.currencyOf(currency),
        Limit.of(limit),
        cursor);
  }

  @GET
  @Path("/accounts/{id}")
  public LedgerAccount account(@PathParam("id") UUID id) {
    return books.account(id);
  }

  @GET
  @Path("/accounts/{id}/postings")
  public Page<WalletEntry> postings(
      @PathParam("id") UUID id,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor) {
    return statementQueries.ofAccount(books.account(id).id(), Limit.of(limit), cursor);
  }

  @GET
  @Path("/transactions")
  public Page<LedgerEntry> transactions(
      @BeanParam LedgerFilterParameters filter,
      @QueryParam("reference") UUID reference,
      @QueryParam("paymentId") UUID paymentId,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor) {
    return books.transactions(filter.with(reference, paymentId), Limit.of(limit), cursor);
  }

  @GET
  @Path("/transactions/{id}")
  public LedgerEntry transaction(@PathParam("id") UUID id) {
    return books.transaction(id);
  }

  @POST
  @Path("/transactions/{id}/reverse")
  public Response reverse(
      @PathParam("id") UUID id,
      @HeaderParam(Idempotency.KEY) String key,
      @NotNull @Valid ReverseRequest body) {
    return idempotency
        .of("reverse-transaction", key, id, body)
        .created(
            entry -> "admin/ledger/transactions/" + entry.id(),
            request -> ledgerCorrections.reverse(id, body.reason(), request));
  }

  @GET
  @Path("/verify")
  public LedgerVerificationResult verify(@QueryParam("anchor") String anchor) {
    return anchor == null ? verification.verify() : verification.verify(ChainLink.parse(anchor));
  }
}
