package org.orderly.payment.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;

/** A second gateway of database tests, by the name {@code former}. */
@ApplicationScoped
@Typed({FormerGateway.class, PaymentGateway.class})
public class FormerGateway extends ScriptedGateway {

  @Override
  public String name() {
    return "former";
  }
}
