package io.portico.connect;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;

/**
 * What somebody typed to get a token, as it came.
 *
 * @param server ids of the chosen servers
 * @param level one for each server of the page, chosen or not: {@code churn/viewer}
 * @param documentation {@code editor} if it may propose what drafts should say
 * @param lifetime in days, or {@code until}
 * @param until the last day, UTC
 * @param owner {@code group/} and a group's name; the person otherwise
 * @param nonce tells this form from the next, so that sending it twice makes one token
 */
public record TokenForm(
    @RestForm String name,
    @RestForm List<String> server,
    @RestForm List<String> level,
    @RestForm String documentation,
    @RestForm String lifetime,
    @RestForm String until,
    @RestForm String owner,
    @RestForm String nonce) {
  static final String UNTIL = "until";
  static final String GROUP = "group/";

  /** What was left out is empty. */
  public TokenForm {
    name = orEmpty(name);
    server = server == null ? List.of() : server;
    level = level == null ? List.of() : level;
    documentation = orEmpty(documentation);
    lifetime = orEmpty(lifetime);
    until = orEmpty(until);
    owner = orEmpty(owner);
    nonce = orEmpty(nonce);
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  /** One to fill in. */
  static TokenForm empty(String lifetime) {
    return new TokenForm(
        "", List.of(), List.of(), "", lifetime, "", "", UUID.randomUUID().toString());
  }

  /** Ids of the chosen servers. */
  Set<String> servers() {
    return new LinkedHashSet<>(server);
  }

  /** Empty if none came for that server. */
  String levelOn(String id) {
    String start = id + "/";
    return level.stream()
        .filter(choice -> choice.startsWith(start))
        .map(choice -> choice.substring(start.length()))
        .findFirst()
        .orElse("");
  }
}
