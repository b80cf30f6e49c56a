package io.portico.apidocs.publishing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.testsupport.Visitor;
import io.restassured.response.Response;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who publishes the documentation of orders, without a window. */
record Publisher(Visitor visitor) {
  static final String FORM = OrdersApi.PAGE + "/publish";
  private static final Pattern MARK = Pattern.compile("name=\"mark\" value=\"([^\"]+)\"");

  static Publisher signedInAs(String person) {
    return new Publisher(Visitor.signedInAs(person));
  }

  Response submit(String... fields) {
    return visitor.submit("/app/tokens", FORM, List.of(fields));
  }

  /** The address of a planned publication. */
  String planned(String... fields) {
    String location = submit(fields).then().statusCode(303).extract().header("Location");
    return location.substring(location.indexOf("/app/"));
  }

  /** Of what the page of a planned publication shows. */
  String mark(String plan) {
    Matcher mark = MARK.matcher(visitor.get(plan).asString());
    assertTrue(mark.find(), "no confirmation on the page");
    return mark.group(1);
  }

  Response confirm(String plan, String mark) {
    return visitor.submit("/app/tokens", plan, List.of("mark=" + mark));
  }

  Response confirm(String plan) {
    return confirm(plan, mark(plan));
  }

  String page(String address) {
    return visitor.get(address).then().statusCode(200).extract().asString();
  }
}
