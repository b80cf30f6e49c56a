package io.portico.tokens;

import io.portico.database.Database;
import io.portico.database.DatabaseUnavailable;
import io.portico.identity.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Keeps the table of people up to date, so that a group lost at a sign-in is lost for the person's
 * tokens. While the database is away it keeps what it saw and writes it afterwards: the person's
 * next sign-in may be weeks off.
 */
@ApplicationScoped
class Sightings {
  private static final Logger LOG = Logger.getLogger(Sightings.class);
  private static final String INSERT =
      "insert into person (subject, name, groups, seen_at) values (:subject, :name, :groups, :at) ";

  private static final String UPDATE_OLDER =
      """
      on conflict (subject) do update
      set name = excluded.name, groups = excluded.groups, seen_at = excluded.seen_at
      where person.seen_at <= excluded.seen_at
      """;

  private final Database database;
  private final Clock clock;
  private final Map<String, Sighting> unwritten = new ConcurrentHashMap<>();

  @Inject
  Sightings(Database database) {
    this(database, Clock.systemUTC());
  }

  Sightings(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Remembers what the identity provider says of the person now; neither blocks nor fails. */
  void saw(Person person) {
    unwritten.put(person.subject(), sighting(person));
  }

  /** Writes what is remembered; what cannot be written stays for the next time. */
  void write() {
    for (Sighting sighting : unwritten.values()) {
      try {
        insert(sighting, UPDATE_OLDER);
      } catch (DatabaseUnavailable away) {
        return;
      } catch (RuntimeException e) {
        // Another try would not mend it, and it must not keep the others waiting. Only the cause:
        // Jdbi's message repeats the values, which may break lines of the log.
        LOG.error("What is known of a person cannot be written", e.getCause());
      }
      unwritten.remove(sighting.subject(), sighting);
    }
  }

  /** For people whose sign-in came before this table. */
  void insertIfMissing(Person person) {
    write();
    insert(sighting(person), "on conflict do nothing");
  }

  /** How many wait to be written. */
  int waiting() {
    return unwritten.size();
  }

  private Sighting sighting(Person person) {
    return new Sighting(person.subject(), person.name(), person.groups(), clock.instant());
  }

  private void insert(Sighting sighting, String onConflict) {
    database.change(
        handle ->
            handle
                .createUpdate(INSERT + onConflict)
                .bind("subject", sighting.subject())
                .bind("name", sighting.name())
                .bindArray("groups", String.class, sighting.groups())
                .bind("at", sighting.at())
                .execute());
  }
}
