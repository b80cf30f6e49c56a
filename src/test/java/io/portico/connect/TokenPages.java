package io.portico.connect;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.database.Database;
import io.portico.testsupport.Visitor;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What people do on the pages of their access tokens. */
@ApplicationScoped
class TokenPages {
  static final String PAGE = "/app/tokens";
  static final Pattern SECRET = Pattern.compile("portico_[0-9a-f]{72}");
  static final Pattern REVOKE = Pattern.compile("href=\"(/app/tokens/[0-9a-f-]{36}/revoke)\"");

  private final Database database;

  TokenPages(Database database) {
    this.database = database;
  }

  void forgetAll() {
    database.change(handle -> handle.execute("delete from access_token"));
  }

  /** How many there are, whoever made them. */
  int count() {
    return database.<Integer>transaction(
        handle ->
            handle.createQuery("select count(*) from access_token").mapTo(Integer.class).one());
  }

  static Response make(Visitor visitor, String... fields) {
    return visitor.submit(
        PAGE,
        PAGE,
        Stream.concat(Stream.of("nonce=" + UUID.randomUUID(), "lifetime=30"), Stream.of(fields))
            .toList());
  }

  static Response makeChurn(Visitor visitor, String name) {
    return make(visitor, "name=" + name, "server=churn", "level=churn/viewer");
  }

  static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertTrue(matcher.find(), pattern + " in " + text);
    return matcher.group(matcher.groupCount());
  }

  static String page(Visitor visitor) {
    return visitor.get(PAGE).then().statusCode(200).extract().asString();
  }

  static Response test(Visitor visitor, String secret) {
    return visitor.submit(PAGE, PAGE + "/test", List.of("token=" + secret));
  }
}
