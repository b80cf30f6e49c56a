package io.portico.identity.keycloak;

import io.portico.testsupport.RawHttp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser without a window: it keeps the cookies of each host, follows redirects and sends forms.
 * All hosts are on this machine, whatever their names.
 */
final class PlainBrowser {
  private static final int MAX_REDIRECTS = 10;
  private static final Pattern FORM = Pattern.compile("(?s)<form\\b([^>]*)>(.*?)</form>");
  private static final Pattern INPUT = Pattern.compile("<input\\b[^>]*>");

  private final Map<String, Map<String, String>> cookies = new HashMap<>();

  /**
   * What a browser shows.
   *
   * @param address where it stands
   */
  record Page(URI address, RawHttp.Response response) {
    int status() {
      return response.status();
    }

    String text() {
      return response.text();
    }

    boolean shows(String words) {
      return text().contains(words);
    }

    boolean standsAt(String prefix) {
      return address.toString().startsWith(prefix);
    }

    /** Where a redirect leads. */
    Optional<URI> next() {
      return response.header("Location").map(address::resolve);
    }

    List<String> newCookies() {
      return response.headers().stream()
          .filter(header -> header.getKey().equalsIgnoreCase("Set-Cookie"))
          .map(Map.Entry::getValue)
          .toList();
    }
  }

  /** Somebody with the same cookies. */
  PlainBrowser copy() {
    PlainBrowser copy = new PlainBrowser();
    cookies.forEach((host, jar) -> copy.cookies.put(host, new HashMap<>(jar)));
    return copy;
  }

  /** Opens an address and goes where it leads. */
  Page open(String address) {
    return follow(step(address));
  }

  /** Opens an address and stays there. */
  Page step(String address) {
    return ask("GET", URI.create(address), List.of(), "");
  }

  /** Sends a form of a page and goes where it leads. */
  Page submit(Page page, String action, Map<String, String> typed) {
    return follow(send(page, action, typed));
  }

  /**
   * Sends a form of a page and stays there.
   *
   * @param action a part of the form's address
   * @param typed what a person fills in
   */
  Page send(Page page, String action, Map<String, String> typed) {
    var form =
        FORM.matcher(page.text())
            .results()
            .filter(found -> attribute(found.group(1), "action").orElse("").contains(action))
            .findFirst()
            .orElseThrow(() -> new AssertionError("No such form at " + page + page.text()));
    Map<String, String> fields = new HashMap<>();
    INPUT
        .matcher(form.group(2))
        .results()
        .map(input -> input.group())
        .filter(input -> attribute(input, "type").equals(Optional.of("hidden")))
        .forEach(
            input ->
                fields.put(
                    attribute(input, "name").orElseThrow(), attribute(input, "value").orElse("")));
    fields.putAll(typed);
    return ask(
        "POST",
        page.address().resolve(attribute(form.group(1), "action").orElseThrow()),
        List.of("Content-Type: " + Form.TYPE, "Origin: " + origin(page.address())),
        Form.encode(fields));
  }

  private Page follow(Page page) {
    Page last = page;
    for (int i = 0; i < MAX_REDIRECTS && last.next().isPresent(); i++) {
      last = step(last.next().orElseThrow().toString());
    }
    return last;
  }

  private Page ask(String method, URI address, List<String> headers, String body) {
    String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    List<String> head = new ArrayList<>();
    head.add(method + " " + address.getRawPath() + query + " HTTP/1.1");
    head.addAll(List.of("Host: " + address.getAuthority(), "Accept: text/html"));
    head.addAll(List.of("Connection: close", "Content-Length: " + body.length()));
    head.addAll(headers);
    cookiesFor(address).ifPresent(all -> head.add("Cookie: " + all));
    try (RawHttp connection = new RawHttp(address.getPort())) {
      connection.write(String.join("\r\n", head) + "\r\n\r\n" + body);
      Page page = new Page(address, connection.read());
      page.newCookies().forEach(cookie -> keep(address, cookie));
      return page;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<String> cookiesFor(URI address) {
    return Optional.ofNullable(cookies.get(address.getHost()))
        .filter(jar -> !jar.isEmpty())
        .map(
            jar ->
                jar.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; ")));
  }

  private void keep(URI address, String setCookie) {
    String[] cookie = setCookie.split(";")[0].split("=", 2);
    Map<String, String> jar = cookies.computeIfAbsent(address.getHost(), host -> new HashMap<>());
    if (setCookie.matches("(?i).*;\\s*max-age=0(;.*)?")) {
      jar.remove(cookie[0]);
    } else {
      jar.put(cookie[0], cookie[1]);
    }
  }

  private static String origin(URI address) {
    return address.getScheme() + "://" + address.getAuthority();
  }

  private static Optional<String> attribute(String tag, String name) {
    return Pattern.compile("\\s" + name + "=\"([^\"]*)\"")
        .matcher(tag)
        .results()
        .map(found -> found.group(1).replace("&amp;", "&"))
        .findFirst();
  }
}
