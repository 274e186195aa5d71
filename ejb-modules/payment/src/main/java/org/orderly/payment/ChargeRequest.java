package org.orderly.payment;

import java.time.Duration;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.payment.method.PaymentPlan;

/**
 * A request to charge an order that is being placed.
 *
 * @param total what the plan adds up to; may be zero, which moves no money
 * @param unpaidFor how long the order may stay unpaid, if the plan is not secured
 * @param actor who places the order
 */
public record ChargeRequest(
    OrderId order, UserId buyer, Money total, PaymentPlan plan, Duration unpaidFor, String actor) {}
