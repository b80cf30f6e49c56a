package io.portico.agents;

import io.portico.portal.ErrorPage;
import io.portico.portal.Problem;

/** Whoever asks does not get what was asked for. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ErrorPage page;

  public Refused(Problem problem) {
    this(ErrorPage.of(problem));
  }

  /**
   * @param said of this time; the problem's own advice follows
   */
  public Refused(Problem problem, String said) {
    this(ErrorPage.of(problem, said));
  }

  public Refused(ErrorPage page) {
    // No stack trace: this is an answer, not an accident.
    super(page.advice(), null, false, false);
    this.page = page;
  }

  public Problem problem() {
    return page.problem();
  }

  ErrorPage page() {
    return page;
  }
}
