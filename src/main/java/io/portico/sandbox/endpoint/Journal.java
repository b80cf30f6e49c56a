package io.portico.sandbox.endpoint;

import io.portico.sandbox.sigv4.Identity;
import io.portico.sandbox.sigv4.RequestHead;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** The latest requests that reached the endpoint, accepted or refused, for tests to read. */
public final class Journal {

  /** How many entries are kept; older ones are forgotten. */
  public static final int CAPACITY = 1_000;

  private final Deque<Entry> entries = new ArrayDeque<>();

  /**
   * One request, without any secret: no header values, no bodies, no presigned query.
   *
   * @param at when the verdict fell
   * @param method the HTTP method
   * @param target the raw request target
   * @param headerNames the names of all headers received, in lower case
   * @param identity who signed; empty when the request was refused
   * @param outcome {@value #ACCEPTED}, or AWS's error code and the reason
   */
  public record Entry(
      Instant at,
      String method,
      String target,
      SortedSet<String> headerNames,
      Optional<Identity> identity,
      String outcome) {

    /** The outcome of a request whose signature holds. */
    public static final String ACCEPTED = "accepted";

    /** Whether the request passed; an accepted call may still meet an error of its API. */
    public boolean accepted() {
      return outcome.equals(ACCEPTED);
    }
  }

  /** What is remembered, oldest first. */
  public synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** Forgets everything. */
  public synchronized void clear() {
    entries.clear();
  }

  void accepted(Instant at, RequestHead head, Identity identity) {
    add(entry(at, head, Optional.of(identity), Entry.ACCEPTED));
  }

  void refused(Instant at, RequestHead head, String code, String reason) {
    add(entry(at, head, Optional.empty(), code + ": " + reason));
  }

  private static Entry entry(
      Instant at, RequestHead head, Optional<Identity> identity, String outcome) {
    String target = head.target().replaceAll("(?i)(x-amz-[a-z-]+=)[^&]*", "$1(not shown)");
    return new Entry(at, head.method(), target, head.headers().names(), identity, outcome);
  }

  private synchronized void add(Entry entry) {
    if (entries.size() == CAPACITY) {
      entries.removeFirst();
    }
    entries.addLast(entry);
  }
}
