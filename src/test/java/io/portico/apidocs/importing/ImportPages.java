package io.portico.apidocs.importing;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.apidocs.Drafts;
import io.portico.apidocs.Gateway;
import io.portico.apidocs.RestApi;
import io.portico.database.Database;
import io.portico.sandbox.Sandbox;
import io.portico.testsupport.Eventually;
import io.portico.testsupport.Visitor;
import io.restassured.response.Response;
import jakarta.enterprise.context.Dependent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Somebody who edits an API brings files in, and what comes of it. */
@Dependent
class ImportPages {
  private static final String API = "/app/apis/loyaltyap1";
  static final String PAGE = API + "/import";
  static final RestApi LOYALTY = new RestApi("loyaltyap1", "loyalty", "", Map.of());
  private static final Pattern BASE = Pattern.compile("name=\"base\" value=\"([0-9a-f]{64})\"");
  static final String FILE =
      """
      openapi: 3.0.3
      info: {title: Loyalty, version: '1'}
      paths: {}
      x-amazon-apigateway-documentation:
        documentationParts:
          - location: {type: API}
            properties: {info: {description: "Said <b>anew</b> 🎁"}}
          - location: {type: RESOURCE, path: /nowhere}
            properties: {description: Nobody calls this.}
          - location: {type: RESPONSE, path: /members, method: GET, statusCode: default}
            properties: {description: Has no place.}
      """;

  private final Sandbox sandbox;
  private final Drafts drafts;
  private final Database database;
  final Visitor editor = Visitor.signedInAs("editor");

  ImportPages(Sandbox sandbox, Drafts drafts, Database database) {
    this.sandbox = sandbox;
    this.drafts = drafts;
    this.database = database;
  }

  void reset() {
    sandbox.account().apiGateway().reset();
    Gateway.freeQuotas(database);
    sandbox.account().apiGateway().tally().clear();
    drafts.forget(LOYALTY);
    database.change(handle -> handle.execute("delete from documentation_import"));
  }

  Response upload(Visitor visitor, String file, String... fields) {
    return visitor.upload(
        PAGE,
        PAGE,
        "loyalty.yaml",
        file.getBytes(StandardCharsets.UTF_8),
        Stream.concat(Stream.of("take=USUAL"), Stream.of(fields)).toList());
  }

  String planned(String file, String... fields) {
    Response response = upload(editor, file, fields);
    response.then().statusCode(303);
    String location = response.header("Location");
    return location.substring(location.indexOf("/app/"));
  }

  Response confirm(String plan) {
    return confirm(plan, base(plan));
  }

  Response confirm(String plan, String base) {
    return editor.submit(PAGE, plan, List.of("base=" + base));
  }

  String base(String plan) {
    Matcher base = BASE.matcher(editor.get(plan).asString());
    assertTrue(base.find(), "no confirmation on the page");
    return base.group(1);
  }

  void imported(String plan) {
    Gateway.freeQuotas(database);
    confirm(plan).then().statusCode(303).header("Location", containsString(plan));
    Eventually.equal("DONE", () -> state(plan));
  }

  String state(String plan) {
    return database.transaction(
        handle ->
            handle
                .createQuery("select state from documentation_import where id = :id::uuid")
                .bind("id", plan.substring(plan.lastIndexOf('/') + 1))
                .mapTo(String.class)
                .one());
  }

  int calls(String operation) {
    return sandbox.account().apiGateway().tally().received(operation);
  }

  List<String> draft() {
    return drafts.fresh(LOYALTY).documentation().parts().stream()
        .map(part -> part.location() + " " + part.properties())
        .sorted()
        .toList();
  }

  void set(String plan, String change) {
    database.change(
        handle ->
            handle
                .createUpdate("update documentation_import set " + change + " where id = :id::uuid")
                .bind("id", plan.substring(plan.lastIndexOf('/') + 1))
                .execute());
  }
}
