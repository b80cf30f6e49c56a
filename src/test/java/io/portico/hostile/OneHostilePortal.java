package io.portico.hostile;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one portal of the suite. After each class of them, what it sent upstream and
 * wrote into its log has to be in order, whatever the tests looked at.
 */
final class OneHostilePortal implements ParameterResolver, BeforeEachCallback, AfterAllCallback {
  private static final ExtensionContext.Namespace SUITE =
      ExtensionContext.Namespace.create(OneHostilePortal.class);

  /** Closed by JUnit when all tests are over. */
  private record Running(HostilePortal portal) implements AutoCloseable {
    static Running start() {
      try {
        return new Running(new HostilePortal());
      } catch (Exception e) {
        throw new IllegalStateException("The portal does not start", e);
      }
    }

    @Override
    public void close() {
      portal.close();
    }
  }

  private static HostilePortal portal(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(SUITE)
        .computeIfAbsent(Running.class, first -> Running.start(), Running.class)
        .portal();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == HostilePortal.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return portal(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    portal(context).upstream().behave();
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    HostilePortal portal = portal(context);
    UpstreamRequests.assertInOrder(portal.upstream().takeUnchecked());
    PortalLog.assertInOrder(portal);
  }
}
