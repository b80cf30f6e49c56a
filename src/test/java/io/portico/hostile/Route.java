package io.portico.hostile;

import java.util.List;
import java.util.Set;

/**
 * Something that not everybody may see or do.
 *
 * @param mark stands in the answer to whoever may
 * @param open to whom of those that the suite sends
 */
record Route(
    Door door, String method, String path, String query, String body, String mark, Set<Who> open) {
  enum Door {
    /** Pages and documents of the portal. */
    PORTAL,
    /** Tools and MCP. */
    PROGRAMS,
    /** MLflow in the portal's frame. */
    FRAME,
    /** MLflow for programs. */
    REST;

    /** Both read a path once and refuse what they cannot. */
    boolean isPassthrough() {
      return this == FRAME || this == REST;
    }

    String host() {
      return this == FRAME ? HostilePortal.MLFLOW : HostilePortal.HOST;
    }
  }

  /** Who comes to the door; the lead, who may see everything, shows that there is something. */
  enum Who {
    NOBODY,
    /** Looks at the models, and is of another team for what is closed and for the APIs. */
    SCIENTIST,
    /** Edits documentation, and is of another team for all of MLflow. */
    EDITOR,
    LEAD,
    PUBLISHER
  }

  private static final Set<Who> NONE = Set.of();
  private static final Set<Who> VIEWER = Set.of(Who.SCIENTIST, Who.LEAD, Who.PUBLISHER);
  private static final Set<Who> EDITOR = Set.of(Who.EDITOR, Who.PUBLISHER);
  private static final Set<Who> ONLY_LEAD = Set.of(Who.LEAD);
  private static final Set<Who> AUDITOR = Set.of(Who.PUBLISHER);
  private static final Set<Who> PUBLISHER = Set.of(Who.PUBLISHER);
  private static final Set<Who> READER = Set.of(Who.EDITOR, Who.LEAD, Who.PUBLISHER);

  private static final String RUN = "/ajax-api/2.0/mlflow/runs/get";
  private static final String CREATE = "/ajax-api/2.0/mlflow/runs/create";
  private static final String LOYALTY = "/app/apis/loyaltyap1";
  private static final String ACCOUNT =
      "?type=METHOD&path=%2Faccounts%2F%7BaccountId%7D&method=GET";

  /** The other API, whose documentation has versions. */
  private static final String ORDERS = "/app/apis/ordersapi1";

  static List<Route> all() {
    return List.of(
        page("/app", "Kept models", VIEWER),
        page("/app/mlflow", "Kept models", VIEWER),
        page("/app/mlflow/models", "Kept models", VIEWER),
        page("/app/mlflow/models/status", "data-state=", VIEWER),
        page("/app/mlflow/models/frame", "ticket=", VIEWER),
        page("/app/mlflow/closed", "Kept closed", ONLY_LEAD),
        page("/app/mlflow/closed/status", "data-state=", ONLY_LEAD),
        page("/app/mlflow/closed/frame", "ticket=", ONLY_LEAD),
        page("/app/tokens", "Kept models", VIEWER),
        page("/app/activity", "Publisher", AUDITOR),
        page("/app/activity.csv", "publisher", AUDITOR),
        page("/app/apis", "apis/loyaltyap1", EDITOR),
        page(LOYALTY, " loyalty ", EDITOR),
        page(LOYALTY + "/summary", "prod: no version", EDITOR),
        page(LOYALTY + "/tree", "vouchers", EDITOR),
        page(LOYALTY + "/tree/inside", "?path=/accounts", ">POST</a>", EDITOR),
        page(LOYALTY + "/agents", " loyalty ", EDITOR),
        page(LOYALTY + "/drift", "prod shows no version", EDITOR),
        page(LOYALTY + "/parts", " loyalty ", EDITOR),
        page(LOYALTY + "/parts", ACCOUNT, "Get account", EDITOR),
        page(LOYALTY + "/parts/delete", ACCOUNT, " loyalty ", EDITOR),
        page(LOYALTY + "/import", " loyalty ", EDITOR),
        page(LOYALTY + "/replace", " loyalty ", EDITOR),
        page(LOYALTY + "/export", " loyalty ", EDITOR),
        page(LOYALTY + "/export/draft", "Get account", EDITOR),
        page(
            LOYALTY + "/export/stage",
            "?stage=prod&format=oas30&notation=json",
            "\"loyalty\"",
            EDITOR),
        page(LOYALTY + "/versions", " loyalty ", EDITOR),
        page(LOYALTY + "/compare", " loyalty ", EDITOR),
        page(LOYALTY + "/activity", " loyalty ", EDITOR),
        page(LOYALTY + "/publications", " loyalty ", EDITOR),
        page(LOYALTY + "/publish", " loyalty ", PUBLISHER),
        page(LOYALTY + "/preview", " loyalty ", EDITOR),
        page(LOYALTY + "/preview/openapi.json", "Get account", EDITOR),
        page(LOYALTY + "/preview/openapi.yaml", "Get account", EDITOR),
        page(LOYALTY + "/proposals", " loyalty ", EDITOR),
        page(ORDERS + "/version", "?name=2026-01", "First complete documentation.", READER),
        page(ORDERS + "/version/delete", "?name=2026-01", "Delete version 2026-01?", PUBLISHER),
        new Route(
            Door.PROGRAMS, "POST", "/api/tools/list_tracking_servers", "", "{}", "models", VIEWER),
        new Route(
            Door.PROGRAMS,
            "POST",
            "/mcp",
            "",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}",
            "list_tracking_servers",
            VIEWER),
        mlflow(Door.FRAME, "GET", "/mlflow/models/", "", VIEWER),
        mlflow(Door.FRAME, "GET", "/mlflow/models" + RUN, "?run_id=1", VIEWER),
        mlflow(Door.FRAME, "GET", "/mlflow/models/get-artifact", "?path=a&run_uuid=1", VIEWER),
        mlflow(Door.FRAME, "GET", "/mlflow/closed" + RUN, "?run_id=1", ONLY_LEAD),
        mlflow(Door.FRAME, "POST", "/mlflow/models" + CREATE, "", ONLY_LEAD),
        mlflow(Door.REST, "GET", "/api/mlflow/models" + RUN, "?run_id=1", VIEWER),
        mlflow(Door.REST, "GET", "/api/mlflow/models/get-artifact", "?path=a&run_uuid=1", VIEWER),
        mlflow(Door.REST, "GET", "/api/mlflow/closed" + RUN, "?run_id=1", ONLY_LEAD),
        mlflow(Door.REST, "POST", "/api/mlflow/models" + CREATE, "", ONLY_LEAD),
        page("/q/health", "\"checks\"", NONE),
        page("/q/health/ready", "\"checks\"", NONE),
        page("/q/metrics", "# HELP", NONE),
        page("/q/dev-ui/welcome", "<title>Dev", NONE),
        page("/q/openapi", "openapi:", NONE),
        page("/q/info", "\"build\"", NONE),
        page("/q/arc/beans", "qualifiers", NONE));
  }

  private static Route page(String path, String mark, Set<Who> open) {
    return page(path, "", mark, open);
  }

  private static Route page(String path, String query, String mark, Set<Who> open) {
    return new Route(Door.PORTAL, "GET", path, query, "", mark, open);
  }

  private static Route mlflow(Door door, String method, String path, String query, Set<Who> open) {
    return new Route(
        door, method, path, query, method.equals("POST") ? "{}" : "", HostileUpstream.KEPT, open);
  }

  @Override
  public String toString() {
    return method + " " + path + query;
  }
}
