package org.orderly.payment.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.spi.AlterableContext;
import jakarta.enterprise.inject.spi.BeanManager;
import org.orderly.testing.Application;

/** Selects the gateway of new payments in database tests. */
public final class SelectedGateway {

  private static final String SELECTED = "orderly.payment.gateway";

  private SelectedGateway() {}

  /** As a restart with another {@code ORDERLY_PAYMENT_GATEWAY} does. */
  public static void change(Application app, String name) {
    System.setProperty(SELECTED, name);
    restart(app);
  }

  /** Back to what the tests' configuration says. */
  public static void reset(Application app) {
    System.clearProperty(SELECTED);
    restart(app);
  }

  private static void restart(Application app) {
    BeanManager beans = app.bean(BeanManager.class);
    ((AlterableContext) beans.getContext(ApplicationScoped.class))
        .destroy(beans.resolve(beans.getBeans(Gateways.class)));
  }
}
