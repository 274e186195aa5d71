package org.orderly.server;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import java.net.URI;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.orderly.server.setup.LaunchFailure;

/** Where the broker is and who we are there. */
record BrokerAccount(String url, String user, String password) {
  private static final String LOOKS_LIKE = "ORDERLY_BROKER_URL must look like tcp://host:port.";

  /**
   * Finds out in seconds whether the broker lets us in.
   *
   * @throws LaunchFailure naming the variable to set
   */
  void check() {
    requireForm();
    String settings = "?callTimeout=5000&initialConnectAttempts=1&reconnectAttempts=0";
    try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url + settings);
        Connection connection = factory.createConnection(user, password)) {
      connection.start();
    } catch (JMSSecurityException e) {
      throw new LaunchFailure(
          "The broker refuses the user. Set ORDERLY_BROKER_USER and ORDERLY_BROKER_PASSWORD.");
    } catch (JMSException e) {
      throw new LaunchFailure("The broker does not answer at " + url + ". Set ORDERLY_BROKER_URL.");
    }
  }

  void requireForm() {
    try {
      if (host() != null && port() > 0 && url.startsWith("tcp://")) {
        return;
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw new LaunchFailure(LOOKS_LIKE);
  }

  String host() {
    return URI.create(url).getHost();
  }

  int port() {
    return URI.create(url).getPort();
  }

  @Override
  public String toString() {
    return user + " at " + url;
  }
}
