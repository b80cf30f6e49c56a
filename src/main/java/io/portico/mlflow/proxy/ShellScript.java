package io.portico.mlflow.proxy;

import io.portico.portal.Origin;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Our script in MLflow's HTML page: it tells the portal's page the route, and renews the session.
 */
final class ShellScript {
  private static final Pattern HEAD =
      Pattern.compile("<head(?:\\s[^>]*)?>", Pattern.CASE_INSENSITIVE);

  private ShellScript() {}

  /**
   * The page, its URLs relative as MLflow's own are; {@code portal} is who may be told the route.
   */
  static String addTo(String html, Origin portal) {
    String tag =
        "<script defer src=\"%s\" data-portal=\"%s\"></script>"
            .formatted(FrameAsset.SCRIPT.address().substring(1), portal);
    Matcher head = HEAD.matcher(html);
    return head.find()
        ? html.substring(0, head.end()) + tag + html.substring(head.end())
        : tag + html;
  }
}
