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
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Money;
import org.orderly.kernel.Page;
import org.orderly.ledger.statement.WalletEntry;
import org.orderly.payment.wallet.Transfer;
import org.orderly.payment.wallet.Wallets;
import org.orderly.web.request.Caller;
import org.orderly.web.request.Idempotency;
import org.orderly.web.request.Roles;

/** The caller's balances, and money in and out. */
@Path("/balance")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CUSTOMER, Roles.VENDOR, Roles.ADMIN})
public class BalanceResource {

  /**
   * @param balances what can be spent
   * @param held what waits for a payout or an order
   */
  record Balances(List<Money> balances, List<Money> held) {}

  record Movement(@NotNull Money amount) {}

  /**
   * @param token the gateway's name for a card; absent for the gateway's own choice, if it has one
   */
  record Deposit(@NotNull Money amount, String token) {}

  private final Wallets wallets;
  private final Caller caller;
  private final Idempotency idempotency;

  @Inject
  BalanceResource(Wallets wallets, Caller caller, Idempotency idempotency) {
    this.wallets = wallets;
    this.caller = caller;
    this.idempotency = idempotency;
  }

  @GET
  public Balances balances(@QueryParam("currency") String currency) {
    Currency only = currency == null ? null : Money.currencyOf(currency);
    return new Balances(
        only == null ? wallets.balances(caller.id()) : List.of(wallets.balance(caller.id(), only)),
        wallets.held(caller.id()).stream()
            .filter(held -> only == null || held.currency().equals(only))
            .toList());
  }

  @POST
  @Path("/deposit")
  public Response deposit(@HeaderParam(Idempotency.KEY) String key, @NotNull @Valid Deposit body) {
    return idempotency
        .of("deposit", key, body)
        .created(
            BalanceResource::location,
            request -> wallets.deposit(caller.id(), body.amount(), body.token(), request));
  }

  @POST
  @Path("/withdraw")
  public Response withdraw(
      @HeaderParam(Idempotency.KEY) String key, @NotNull @Valid Movement body) {
    return idempotency
        .of("withdraw", key, body)
        .created(
            BalanceResource::location,
            request -> wallets.withdraw(caller.id(), body.amount(), request));
  }

  @GET
  @Path("/transfers/{id}")
  public Transfer transfer(@PathParam("id") UUID id) {
    return wallets.transfer(caller.id(), id);
  }

  @GET
  @Path("/transactions")
  public Page<WalletEntry> transactions(
      @BeanParam LedgerFilterParameters filter,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor) {
    return wallets.transactions(caller.id(), filter.with(null, null), Limit.of(limit), cursor);
  }

  private static String location(Transfer transfer) {
    return "balance/transfers/" + transfer.id();
  }
}
