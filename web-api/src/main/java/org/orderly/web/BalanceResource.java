package org.orderly.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Money;
import org.orderly.kernel.Page;
import org.orderly.messaging.RequestKey;
import org.orderly.payment.ledger.WalletEntry;
import org.orderly.payment.wallet.Wallets;

/** The caller's balances, and money in and out. */
@Path("/balance")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CUSTOMER, Roles.VENDOR, Roles.ADMIN})
public class BalanceResource {

  private static final URI STATEMENT = URI.create("/api/v1/balance/transactions");

  record Balances(List<Money> balances) {}

  record Movement(@NotNull Money amount) {}

  private final Wallets wallets;
  private final Caller caller;

  @Inject
  BalanceResource(Wallets wallets, Caller caller) {
    this.wallets = wallets;
    this.caller = caller;
  }

  @GET
  public Balances balances(@QueryParam("currency") String currency) {
    return new Balances(
        currency == null
            ? wallets.balances(caller.id())
            : List.of(wallets.balance(caller.id(), Money.currencyOf(currency))));
  }

  @POST
  @Path("/deposit")
  public Response deposit(@HeaderParam(Idempotency.KEY) String key, @NotNull @Valid Movement body) {
    RequestKey request = RequestKey.of(caller.id(), "deposit", key, body);
    return Idempotency.created(STATEMENT, wallets.deposit(caller.id(), body.amount(), request));
  }

  @POST
  @Path("/withdraw")
  public Response withdraw(
      @HeaderParam(Idempotency.KEY) String key, @NotNull @Valid Movement body) {
    RequestKey request = RequestKey.of(caller.id(), "withdraw", key, body);
    return Idempotency.created(STATEMENT, wallets.withdraw(caller.id(), body.amount(), request));
  }

  @GET
  @Path("/transactions")
  public Page<WalletEntry> transactions(
      @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
    return wallets.transactions(caller.id(), Limit.of(limit), cursor);
  }
}
