package org.orderly.web.account;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.orderly.kernel.DomainException;
import org.orderly.kernel.Money;

/** An account that still holds money is closed only by somebody who says that it may be lost. */
final class BalanceLeft extends DomainException {

  private static final long serialVersionUID = 1L;

  BalanceLeft(List<Money> balances) {
    super(
        Kind.CONFLICT,
        "balance-remaining",
        "the account holds "
            + balances.stream().map(Money::toString).collect(Collectors.joining(" and "))
            + ", which would be lost: have it paid out, or send forfeitBalance true",
        Map.of("balances", List.copyOf(balances)));
  }
}
