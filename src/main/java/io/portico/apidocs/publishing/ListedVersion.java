package io.portico.apidocs.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.portico.apidocs.DocumentationVersion;
import io.portico.apidocs.publishing.KeptSnapshot.Source;
import io.portico.audit.Actor;
import io.portico.portal.Moment;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A version of an API's documentation, and what the portal knows of it.
 *
 * @param older the name of the version that came before
 * @param stages that show it
 * @param known where what it says is known from; empty if it is not
 * @param maker who made it by the portal; empty if it was made elsewhere
 */
public record ListedVersion(
    DocumentationVersion of,
    Optional<String> older,
    List<String> stages,
    Optional<Source> known,
    Optional<Actor> maker) {

  public String name() {
    return of.name();
  }

  public boolean isShown() {
    return !stages.isEmpty();
  }

  /** When it was made; empty if API Gateway does not say. */
  public Optional<Moment> created() {
    return Optional.of(of.created())
        .filter(at -> !at.equals(Instant.EPOCH))
        .map(at -> new Moment(at, Instant.now()));
  }

  /** Its name as a value in an address. */
  public String encoded() {
    return URLEncoder.encode(name(), UTF_8);
  }

  /** What it changed. */
  public Optional<SidePair> sinceOlder() {
    return older.map(name -> new SidePair(Side.version(name), side()));
  }

  /** What the draft has that it does not, and the other way round. */
  public SidePair toDraft() {
    return new SidePair(side(), Side.DRAFT);
  }

  /** What a stage would show anew with it. */
  public SidePair fromStage(String stage) {
    return new SidePair(Side.stage(stage), side());
  }

  private Side side() {
    return Side.version(name());
  }
}
