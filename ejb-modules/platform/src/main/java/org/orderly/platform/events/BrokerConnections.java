package org.orderly.platform.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections to the broker.
 *
 * <p>Looks the connection factory up by name, since a full server injects no resources into the
 * beans of an EAR's library folder, where the platform stands.
 */
@ApplicationScoped
class BrokerConnections {

  private static final String NAME = "jms/orderly";

  /** The naming service makes a copy of it at each look-up, by serialization. */
  private volatile @Nullable ConnectionFactory factory;

  /**
   * Opens a connection, which the caller closes.
   *
   * @throws JMSException if the broker does not answer, or the server has no such factory
   */
  Connection open() throws JMSException {
    return factory().createConnection();
  }

  private ConnectionFactory factory() throws JMSException {
    ConnectionFactory known = factory;
    if (known != null) {
      return known;
    }
    try {
      ConnectionFactory found = InitialContext.doLookup(NAME);
      factory = found;
      return found;
    } catch (NamingException e) {
      JMSException unavailable = new JMSException("The server has no " + NAME);
      unavailable.initCause(e);
      throw unavailable;
    }
  }
}
