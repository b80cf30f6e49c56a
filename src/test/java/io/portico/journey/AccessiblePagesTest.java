package io.portico.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.portico.journey.Named.button;
import static io.portico.journey.Named.field;
import static io.portico.journey.Named.link;
import static io.portico.testsupport.Visitor.PORTAL;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.FilePayload;
import io.portico.agents.Published;
import io.portico.apidocs.Drafts;
import io.portico.apidocs.Location;
import io.portico.apidocs.LocationType;
import io.portico.apidocs.Properties;
import io.portico.apidocs.Quota;
import io.portico.apidocs.RestApi;
import io.portico.apidocs.proposing.Proposals;
import io.portico.audit.Actor;
import io.portico.database.Database;
import io.portico.sandbox.Sandbox;
import io.portico.testsupport.Routes;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every page that people see keeps WCAG 2.2 AA and fits a phone: axe-core finds nothing on it. */
@Tag("browser")
@QuarkusTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccessiblePagesTest {
  private static final RestApi ORDERS = new RestApi("ordersapi1", "orders", "", Map.of());
  private static final String API = "/app/apis/ordersapi1";
  private static final String METHOD =
      API + "/parts?type=METHOD&path=%2Freports%2Fdaily&method=GET";
  private static final Location REPORT =
      new Location(LocationType.METHOD, "/reports/daily", "GET", "", "");
  private static final String FILE =
      """
      swagger: '2.0'
      info: {title: Orders, description: Imported.}
      paths: {/nowhere: {get: {summary: It has no place.}}}
      """;

  private static final String PROGRESS = "**/progress*";
  private static final Looks LOOKS = new Looks();
  @RegisterExtension static final Journey JOURNEY = new Journey();

  @Inject Sandbox sandbox;
  @Inject Drafts drafts;
  @Inject Database database;
  @Inject Proposals proposals;
  @Inject Published published;

  @AfterAll
  static void close() {
    System.out.println("axe-core looked " + LOOKS.count() + " times");
  }

  @BeforeEach
  void reset() {
    sandbox.account().apiGateway().reset();
    drafts.forget(ORDERS);
    database.change(
        handle -> {
          for (String table :
              List.of(
                  "access_token",
                  "documentation_proposal",
                  "publication",
                  "documentation_snapshot",
                  "documentation_import",
                  "quota_turn")) {
            handle.execute("delete from " + table);
          }
        });
  }

  private static Page stranger() {
    Page page = JOURNEY.page();
    LOOKS.watch(page);
    return page;
  }

  private static Page signedIn(String person) {
    Page page = stranger();
    Journey.signIn(page, person, "/app");
    assertThat(page).hasURL(PORTAL + "/app");
    return page;
  }

  private static void look(Page page, String... paths) {
    for (String path : paths) {
      page.navigate(PORTAL + path);
      LOOKS.at(page);
    }
  }

  /** In a frame of a page that is not the portal's, but on its site. */
  private static void embed(Page page, String address) {
    String frame = "<iframe title=Portal width=100%% height=700 src='%s'></iframe>";
    page.route(
        "**/intranet",
        route ->
            route.fulfill(
                new FulfillOptions()
                    .setContentType("text/html")
                    .setBody("<html lang=en><title>Intranet</title>" + frame.formatted(address))));
    page.navigate(PORTAL + "/intranet");
  }

  private static void press(Page page, String name) {
    button(page, name).click();
    LOOKS.at(page);
  }

  private static void follow(Page page, String name) {
    link(page, name).first().click();
    LOOKS.at(page);
  }

  /** A page must not go on while it is looked at. */
  private static void nothingNew(Route progress) {
    progress.fulfill(new FulfillOptions().setStatus(204));
  }

  /** Long enough to see how it waits. */
  private void occupy(Quota quota) {
    database.change(
        handle ->
            handle.execute(
                """
                insert into quota_turn (quota, next_at, holder)
                values (?, clock_timestamp() + interval '15 seconds', gen_random_uuid())
                """,
                quota.name()));
  }

  @AfterEach
  void nothingIsFound() {
    assertEquals("", LOOKS.findings());
  }

  @Test
  void strangers() {
    Page page = stranger();
    look(page, "/signed-out", "/sign-in-failed", "/docs/problems/index.html");
    follow(page, "There is nothing here for you");
  }

  @Test
  void theSignInOfTheDemo() throws IOException {
    Page page = stranger();
    try (InputStream signIn = getClass().getResourceAsStream("/sandbox/sign-in.html")) {
      page.setContent(new String(signIn.readAllBytes(), UTF_8));
    }
    LOOKS.at(page);
  }

  @Test
  void whoHasNoRole() {
    Page page = signedIn("guest");
    look(page, "/app", "/app/mlflow", "/app/apis", "/app/tokens", "/app/nothing", API);
  }

  @Test
  void trackingServers() {
    Page page = signedIn("lead");
    look(page, "/app", "/app/mlflow", "/app/mlflow/churn", "/app/mlflow/churn?own-tab=true");
    look(page, "/app/mlflow/forecasting");
    page.locator("[data-menu] summary").click();
    LOOKS.at(page);
    press(page, "Stop…");
    press(page, "Stop it for everybody");
    assertThat(button(page, "Start Demand forecasting")).isVisible();
    LOOKS.at(page);
    Page reader = signedIn("scientist");
    look(reader, "/app", "/app/mlflow/forecasting");
    button(page, "Start Demand forecasting").click();
    assertThat(button(page, "Stop…")).isVisible();
  }

  @Test
  void refusalsInTheFrame() {
    Page page = signedIn("scientist");
    page.navigate(PORTAL + "/app/mlflow/churn");
    assertThat(page.frameLocator("iframe").getByText("Experiments").first()).isVisible();
    Frame frame = page.frames().get(1);
    String unknown = URI.create(frame.url()).resolve("ajax-api/2.0/unknown").toString();
    frame.navigate(unknown);
    assertThat(page.frameLocator("iframe").getByText("All tracking servers")).isVisible();
    LOOKS.at(page, frame);
  }

  @Test
  void tokens() {
    Page page = signedIn("scientist");
    look(page, "/app/tokens");
    field(page, "Name").fill("no server yet");
    press(page, "Make the token");
    field(page, "Customer churn").check();
    press(page, "Make the token");
    page.reload();
    LOOKS.at(page);
    look(page, "/app/tokens");
    page.getByText("Revoke…").click();
    LOOKS.at(page);
    page.navigate(PORTAL + page.locator("[data-opens^=revoke]").getAttribute("href"));
    LOOKS.at(page);
    page.navigate(PORTAL + "/app/tokens");
    field(page, "Token").fill("portico_none");
    press(page, "Test it");
  }

  @Test
  void documentationInTheEditor() {
    Page page = signedIn("editor");
    page.navigate(PORTAL + API);
    press(page, "Inside /health");
    assertThat(link(page, "GET")).isVisible();
    LOOKS.at(page);
    look(page, "/app", "/app/apis", API, API + "?find=daily", API + "/agents", METHOD);
    press(page, "JSON");
    field(page, "Everything that is said about it, as a JSON object").fill("{");
    press(page, "Save");
    look(page, API + "/parts", API + "/parts?type=METHOD&path=nowhere", API + "/parts?type=API");
    page.navigate(PORTAL + page.locator("[data-opens=delete-part]").getAttribute("href"));
    LOOKS.at(page);
  }

  @Test
  void twoPeopleWriteAtOnce() {
    Page slow = signedIn("editor");
    slow.navigate(PORTAL + METHOD);
    Page quick = signedIn("publisher");
    quick.navigate(PORTAL + METHOD);
    field(quick, "Summary").fill("Theirs");
    button(quick, "Save").click();
    assertThat(quick.getByText("Saved, in the draft")).isVisible();
    field(slow, "Summary").fill("Mine");
    button(slow, "Save").click();
    assertThat(slow.getByText("Somebody else has changed this meanwhile")).isVisible();
    LOOKS.at(slow);
  }

  @Test
  void filesAndTextsThatAreBrought() {
    Page page = signedIn("editor");
    look(page, API + "/import", API + "/export", API + "/preview");
    page.navigate(PORTAL + API + "/import");
    press(page, "See what it would change");
    page.navigate(PORTAL + API + "/import");
    field(page, "File, up to 6 MB")
        .setInputFiles(new FilePayload("orders.yaml", "application/yaml", FILE.getBytes(UTF_8)));
    press(page, "See what it would change");
    occupy(Quota.IMPORT);
    page.route(PROGRESS, AccessiblePagesTest::nothingNew);
    press(page, "Import");
    page.unroute(PROGRESS);
    assertThat(page.getByText("it is what was planned")).isVisible();
    LOOKS.at(page);
    look(page, API + "/import", API + "/replace");
    field(page, "Find").fill("order");
    field(page, "Replace with").fill("purchase");
    press(page, "See what it would change");
  }

  @Test
  void proposals() {
    for (String reason : List.of("New in this release.", "Its name was wrong.")) {
      proposals.propose(
          ORDERS,
          new Actor("s-bot", "Release bot", "jwt"),
          REPORT,
          Properties.parse("{\"summary\":\"Report of a day\",\"x-why\":\"" + reason + "\"}"),
          reason,
          "R1");
    }
    Page page = signedIn("editor");
    look(page, "/app", API + "/proposals");
    follow(page, "GET /reports/daily");
    press(page, "Accept, and write it into the draft");
    look(page, API + "/proposals");
  }

  @Test
  void publishing() {
    Page page = signedIn("publisher");
    look(
        page, "/app", API + "/versions", API + "/publish", API + "/compare", API + "/publications");
    page.navigate(PORTAL + METHOD);
    field(page, "Description").fill("What the warehouse has sent today.");
    button(page, "Save").click();
    assertThat(page.getByText("Saved, in the draft")).isVisible();
    look(page, API + "/compare?from=stage:prod&to=draft", API + "/publish");
    field(page, "Name of the version").fill("2026-03");
    field(page, "prod shows 2026-01").check();
    press(page, "See what it would change");
    occupy(Quota.CREATE_VERSION);
    page.route("**/events", Route::abort);
    button(page, "Publish 2026-03 to prod").click();
    assertThat(page.getByText("it goes on in")).isVisible();
    page.route(PROGRESS, AccessiblePagesTest::nothingNew);
    LOOKS.at(page);
    page.unroute(PROGRESS);
    page.reload();
    assertThat(page.getByText("Version 2026-03 is shown on prod.")).isVisible();
    LOOKS.at(page);
    look(page, API + "/versions", API + "/version?name=2026-03", API + "/publications");
    look(page, API + "/version/delete?name=2026-01", API + "/activity");
  }

  @Test
  void publishedDocuments() {
    published.asPublished();
    Page page = signedIn("publisher");
    look(page, "/docs/ordersapi1/prod/index.html", "/docs/ordersapi1/prod/explorer.html");
    look(page, "/docs/ordersapi1/prod/operations/get/~1orders.html");
  }

  @Test
  void activity() {
    Page page = signedIn("publisher");
    look(page, "/app/activity", "/app/activity?from=yesterday", "/app/activity?who=nobody");
  }

  @Test
  void inAFrameOfTheIntranet() {
    Page page = signedIn("scientist");
    embed(page, "/app");
    assertThat(page.frameLocator("iframe").getByText("My tracking servers")).isVisible();
    assertThat(page.frameLocator("iframe").getByText("Sign out")).hasCount(0);
    LOOKS.at(page, page.frames().get(1));
  }

  /** Of all the tests above: by itself it fails. */
  @Test
  @Order(Integer.MAX_VALUE)
  void noPageIsLeftOut() {
    Set<String> leftOut = Routes.ofPages();
    LOOKS.paths().forEach(path -> leftOut.remove(Routes.of(path)));
    assertEquals(Set.of(), leftOut);
  }
}
