package org.orderly.web.payment;

import java.util.Map;

/** The bodies of this room that the API's description has schemas for. */
public final class PaymentRecords {

  public static final Map<String, Class<? extends Record>> ALL =
      Map.ofEntries(
          Map.entry("GatewayNoticeHeard", GatewayWebhooksResource.Heard.class),
          Map.entry("TransferRequest", BalanceResource.Movement.class),
          Map.entry("DepositRequest", BalanceResource.Deposit.class),
          Map.entry("Balances", BalanceResource.Balances.class),
          Map.entry("ReverseRequest", LedgerResource.ReverseRequest.class),
          Map.entry("PaymentList", OrderPaymentsResource.Payments.class),
          Map.entry("RefundRequest", OrderPaymentsResource.NewRefund.class),
          Map.entry("RefundList", OrderPaymentsResource.RefundList.class),
          Map.entry("ReceivedMoney", PaymentsResource.ReceivedMoney.class));

  private PaymentRecords() {}
}
