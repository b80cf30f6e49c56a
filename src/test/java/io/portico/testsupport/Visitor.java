package io.portico.testsupport;

import static io.restassured.RestAssured.given;

import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.MultiPartSpecification;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A browser without a window: keeps cookies, says where it stands, follows no redirect by itself.
 */
public final class Visitor {
  public static final String PORTAL = "http://portico.localhost:8081";
  private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");

  /** Which say no character set, as forms have but one. */
  private static final RestAssuredConfig AS_BROWSERS_DO =
      RestAssuredConfig.config()
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .appendDefaultContentCharsetToContentTypeIfUndefined(false));

  private final Map<String, String> cookies = new HashMap<>();

  /** Signs in as one of the people of the dev identity provider. */
  public static Visitor signedInAs(String person) {
    Visitor visitor = new Visitor();
    Response landed = visitor.signIn(visitor.get("/app").header("Location"), person);
    if (landed.statusCode() != 302 && landed.statusCode() != 303) {
      throw new AssertionError("Not signed in: " + landed.statusLine());
    }
    return visitor;
  }

  /**
   * Presses a person's button at the identity provider and comes back.
   *
   * @param authorize where the portal redirected to
   * @return what the portal answers to the code
   */
  public Response signIn(String authorize, String person) {
    URI endpoint = URI.create(authorize);
    Map<String, String> query = query(endpoint);
    String back =
        given()
            .redirects()
            .follow(false)
            .contentType(ContentType.URLENC)
            .formParam("predefined", person)
            .formParam("redirect_uri", query.get("redirect_uri") + "?state=" + query.get("state"))
            .formParam("response_type", "code")
            .formParam("client_id", query.get("client_id"))
            .formParam("scope", query.get("scope"))
            .post(endpoint.resolve("login"))
            .header("Location");
    return get(back.substring(PORTAL.length()));
  }

  /** Parameters of a URL. */
  public static Map<String, String> query(URI uri) {
    return Arrays.stream(uri.getRawQuery().split("&"))
        .map(parameter -> parameter.split("=", 2))
        .collect(Collectors.toMap(p -> p[0], p -> URLDecoder.decode(p[1], StandardCharsets.UTF_8)));
  }

  public Response get(String path, String... headers) {
    return remember(request(headers).get("http://127.0.0.1:8081" + path));
  }

  /** Posts a form as a page of the portal does, with the token of {@code page}. */
  public Response submit(String page, String action) {
    return submit(page, action, List.of());
  }

  /** The same with fields, each {@code name=value}, any name as often as one likes. */
  public Response submit(String page, String action, List<String> fields) {
    String body =
        Stream.concat(Stream.of("csrf-token=" + formToken(page)), fields.stream())
            .map(field -> field.split("=", 2))
            .map(field -> field[0] + "=" + URLEncoder.encode(field[1], StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return remember(
        request("Origin", PORTAL)
            .contentType(ContentType.URLENC)
            .body(body)
            .post("http://127.0.0.1:8081" + action));
  }

  /**
   * Posts a form with a file.
   *
   * @param file the content of the field {@code file}, named {@code fileName}
   */
  public Response upload(
      String page, String action, String fileName, byte[] file, List<String> fields) {
    String token = formToken(page);
    RequestSpecification request =
        request("Origin", PORTAL)
            .multiPart("csrf-token", token)
            .multiPart("file", fileName, file, "application/octet-stream");
    fields.stream()
        .map(field -> field.split("=", 2))
        .forEach(field -> request.multiPart(part(field[0], field[1])));
    return remember(request.post("http://127.0.0.1:8081" + action));
  }

  private static MultiPartSpecification part(String name, String text) {
    return new MultiPartSpecBuilder(text).controlName(name).charset("UTF-8").build();
  }

  private String formToken(String page) {
    Matcher token = TOKEN.matcher(get(page).asString());
    if (!token.find()) {
      throw new AssertionError("No form on " + page);
    }
    return token.group(1);
  }

  /** A request with this visitor's cookies, headers given by name and value. */
  public RequestSpecification request(String... headers) {
    RequestSpecification request =
        given()
            .redirects()
            .follow(false)
            .urlEncodingEnabled(false)
            .config(AS_BROWSERS_DO)
            .header("Host", PORTAL.substring("http://".length()))
            .header("Accept", "text/html")
            .cookies(cookies);
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return request;
  }

  private Response remember(Response response) {
    response
        .detailedCookies()
        .forEach(
            cookie -> {
              if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
              } else {
                cookies.put(cookie.getName(), cookie.getValue());
              }
            });
    return response;
  }

  public Map<String, String> cookies() {
    return cookies;
  }
}
