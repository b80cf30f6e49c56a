package io.portico.sandbox.endpoint;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/** An MLflow tracking server, which can be started and stopped, each taking its time. */
public final class TrackingServer implements MlflowResource {

  private final String arn;
  private final String name;
  private final Instant created;
  private final URI upstream;
  private final Duration transition;
  private volatile Change lastChange;

  /**
   * @param created when it was made, and from when on it has been running
   * @param transition how long starting and stopping take
   */
  TrackingServer(String arn, String name, Instant created, URI upstream, Duration transition) {
    this.arn = arn;
    this.name = name;
    this.created = created;
    this.upstream = upstream;
    this.transition = transition;
    this.lastChange = new Change(true, created);
  }

  /** What was asked of the server last, and when. */
  private record Change(boolean start, Instant at) {}

  /** The states that the sandbox knows, spelled as in {@code TrackingServerStatus}. */
  public enum Status {
    Starting,
    Started,
    Stopping,
    Stopped
  }

  /** The status at that moment. */
  public Status status(Instant now) {
    Change change = lastChange;
    boolean done = !now.isBefore(change.at().plus(transition));
    if (change.start()) {
      return done ? Status.Started : Status.Starting;
    }
    return done ? Status.Stopped : Status.Stopping;
  }

  /** Starts a stopped server; false, and nothing changes, in any other state. */
  public boolean start(Instant now) {
    return change(Status.Stopped, new Change(true, now));
  }

  /** Stops a started server; false, and nothing changes, in any other state. */
  public boolean stop(Instant now) {
    return change(Status.Started, new Change(false, now));
  }

  private synchronized boolean change(Status from, Change change) {
    if (status(change.at()) != from) {
      return false;
    }
    lastChange = change;
    return true;
  }

  /** When the server was last started or stopped. */
  public Instant lastModified() {
    return lastChange.at();
  }

  @Override
  public boolean serves(Instant now) {
    return status(now) == Status.Started;
  }

  @Override
  public String arn() {
    return arn;
  }

  /** Unique among tracking servers. */
  public String name() {
    return name;
  }

  /** When the server was made. */
  public Instant created() {
    return created;
  }

  @Override
  public URI upstream() {
    return upstream;
  }
}
