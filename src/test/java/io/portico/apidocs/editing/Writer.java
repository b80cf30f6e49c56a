package io.portico.apidocs.editing;

import io.portico.testsupport.Visitor;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody at the editor of the loyalty API, without a window. */
record Writer(Visitor visitor) {
  static final String PARTS = "/app/apis/loyaltyap1/parts";
  private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");

  static Writer signedInAs(String person) {
    return new Writer(Visitor.signedInAs(person));
  }

  String page(String query) {
    return visitor.get(PARTS + "?" + query).then().statusCode(200).extract().asString();
  }

  Response save(String query, String... fields) {
    return post("", query, fields);
  }

  /** Sends a form to what is below the editor. */
  Response post(String below, String query, String... fields) {
    return visitor.submit("/app/tokens", PARTS + below + "?" + query, List.of(fields));
  }

  /** The same with a body as it is, and as htmx sends it. */
  Response postRaw(String below, String query, String body) {
    Matcher token = TOKEN.matcher(visitor.get("/app/tokens").asString());
    if (!token.find()) {
      throw new AssertionError("No form token");
    }
    return visitor
        .request("Origin", Visitor.PORTAL, "HX-Request", "true")
        .contentType(ContentType.URLENC)
        .body("csrf-token=" + token.group(1) + "&" + body)
        .post("http://127.0.0.1:8081" + PARTS + below + "?" + query);
  }
}
