package io.portico.connect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.Optional;

/** The pages about programs. */
@CheckedTemplate(basePath = "connect")
final class ConnectTemplates {
  private ConnectTemplates() {}

  /** The card on the home page; the number of live tokens, or that it cannot be told. */
  static native TemplateInstance card(Optional<Long> live);

  static native TemplateInstance connect(ConnectPage page);

  /** A secret, once. */
  static native TemplateInstance made(MadeToken made);

  /** The same form a second time. */
  static native TemplateInstance madeBefore(TokenRow row);

  /** Asks once before a token ends. */
  static native TemplateInstance revoke(TokenRow row);

  static native TemplateInstance tested(TestedToken tested);
}
