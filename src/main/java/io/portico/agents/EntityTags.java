package io.portico.agents;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The header {@code If-None-Match} (RFC 9110, 13.1.2): tags that a client has, or any. */
record EntityTags(boolean any, Set<String> quoted) {
  private static final Pattern TAG = Pattern.compile("\"[\\x21\\x23-\\x7e\\x80-\\xff]*\"");

  /** What is no tag is left out. */
  static EntityTags of(List<String> lines) {
    String all = String.join(",", lines);
    return new EntityTags(
        all.strip().equals("*"),
        TAG.matcher(all).results().map(MatchResult::group).collect(Collectors.toSet()));
  }

  /** By the weak comparison, which 13.1.2 wants: {@code W/} does not count. */
  boolean include(String tag) {
    return any || quoted.contains(tag);
  }
}
