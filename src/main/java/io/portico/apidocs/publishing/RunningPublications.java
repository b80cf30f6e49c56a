package io.portico.apidocs.publishing;

import io.portico.audit.Activity;
import io.portico.audit.Audit;
import io.portico.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * The publications that are running, each in the hands of one replica, by the database's clock.
 * Every method blocks, and fails when the database is away; those that write fail with {@link
 * LeaseLost} for a replica that was taken for dead.
 */
@ApplicationScoped
class RunningPublications {
  private static final String MINE = " where id = :id and worker = :worker and state = 'RUNNING'";

  private final Database database;
  private final Audit audit;

  RunningPublications(Database database, Audit audit) {
    this.database = database;
    this.audit = audit;
  }

  /** Puts a planned one at the end of the queue; false if it was confirmed before. */
  boolean start(Publication confirmed, UUID worker) {
    return database.transaction(
        handle -> {
          // Else a higher number could be seen before a lower one.
          handle
              .createQuery("select pg_advisory_xact_lock(hashtextextended('publication', 0))::text")
              .mapTo(String.class)
              .one();
          return begin(handle, confirmed, worker);
        });
  }

  private static boolean begin(Handle handle, Publication confirmed, UUID worker) {
    int begun =
        handle
            .createUpdate(
                """
                update publication set state = 'RUNNING', request = :request, base = :base,
                  number = nextval('publication_number'), worker = :worker, beat_at = now()
                where id = :id and state = 'PLANNED'
                """)
            .bindMethods(confirmed)
            .bind("worker", worker)
            .execute();
    if (begun > 0) {
      confirmed.stages().forEach(stage -> remember(handle, confirmed.id(), stage));
    }
    return begun > 0;
  }

  private static void remember(Handle handle, UUID id, PublicationStage stage) {
    handle
        .createUpdate(
            "update publication_stage set before = :before where publication = :id and stage = :stage")
        .bind("stage", stage.stage())
        .bind("before", stage.before().map(KeptName::of))
        .bind("id", id)
        .execute();
  }

  /** How far one of this replica's has come. */
  Publication held(UUID id, UUID worker) {
    return database.transaction(
        handle ->
            PublicationRows.in(
                    handle,
                    handle
                        .createQuery("select * from publication" + MINE)
                        .bind("id", id)
                        .bind("worker", worker))
                .stream()
                .findFirst()
                .orElseThrow(LeaseLost::new));
  }

  /**
   * How many have to come first: earlier ones of the same API, and if it makes a version all
   * earlier ones that do, for AWS counts these.
   */
  int ahead(UUID id) {
    return database.transaction(
        handle ->
            handle
                .createQuery(
                    """
                    select count(*) from publication earlier, publication this
                    where this.id = :id and earlier.state = 'RUNNING' and earlier.number < this.number
                      and (earlier.api = this.api or this.makes and this.created_at is null
                        and earlier.makes and earlier.created_at is null)
                    """)
                .bind("id", id)
                .mapTo(Integer.class)
                .one());
  }

  /** Tells what it is doing. */
  void step(UUID id, UUID worker, PublicationStep step, String message, Optional<Duration> pause) {
    change(
        id,
        worker,
        "step = :step, message = :message,"
            + " next_try_at = clock_timestamp() + :pause * interval '1 millisecond'",
        update ->
            update
                .bind("step", step)
                .bind("message", message)
                .bind("pause", pause.map(Duration::toMillis)));
  }

  /** API Gateway is about to be asked to make the version. */
  void creating(UUID id, UUID worker, String content, int unreadable) {
    change(
        id,
        worker,
        """
        step = 'CREATING', message = '', next_try_at = null, content = :content, unreadable = :unreadable,
        creating_at = coalesce(creating_at, clock_timestamp())
        """,
        update -> update.bind("content", content).bind("unreadable", unreadable));
  }

  /** API Gateway has made the version; what it says is kept with that. */
  void created(UUID id, UUID worker, Instant createdAt) {
    database.change(
        handle -> {
          change(
              handle,
              id,
              worker,
              "created_at = :created, step = 'SHOWING', message = '', next_try_at = null",
              update -> update.bind("created", createdAt));
          handle
              .createUpdate(
                  """
                  insert into documentation_snapshot (api, version, created_at, source, content,
                    unreadable)
                  select api, version, created_at, 'DRAFT', content, unreadable
                  from publication where id = :id
                  on conflict do nothing
                  """)
              .bind("id", id)
              .execute();
        });
  }

  /** A stage shows it, or never will. */
  void stage(UUID id, UUID worker, String stage, String problem) {
    database.change(
        handle -> {
          change(handle, id, worker, "step = 'SHOWING', message = '', next_try_at = null", u -> u);
          handle
              .createUpdate(
                  """
                  update publication_stage set problem = :problem,
                    shown_at = case when :problem = '' then clock_timestamp() end
                  where publication = :id and stage = :stage
                  """)
              .bind("id", id)
              .bind("stage", stage)
              .bind("problem", problem)
              .execute();
        });
  }

  /** It has come to its end, which stands in the audit trail from the same moment. */
  void end(UUID id, UUID worker, PublicationState state, String message, Activity activity) {
    database.change(
        handle -> {
          change(
              handle,
              id,
              worker,
              "state = :state, message = :message, next_try_at = null, content = null,"
                  + " ended_at = clock_timestamp()",
              update -> update.bind("state", state).bind("message", message));
          audit.record(activity, handle);
        });
  }

  /** Says that these are being worked on. */
  void beat(Collection<UUID> ids, UUID worker) {
    database.change(
        handle ->
            handle
                .createUpdate(
                    """
                    update publication set beat_at = clock_timestamp()
                    where id = any(:ids) and worker = :worker and state = 'RUNNING'
                    """)
                .bindArray("ids", UUID.class, ids)
                .bind("worker", worker)
                .execute());
  }

  /** Takes over what nobody has worked on for so long. */
  List<UUID> adopt(UUID worker, Duration silence) {
    return database.transaction(
        handle ->
            handle
                .createQuery(
                    """
                    update publication set worker = :worker, beat_at = clock_timestamp()
                    where id in (
                      select id from publication
                      where state = 'RUNNING'
                        and beat_at < clock_timestamp() - :silence * interval '1 millisecond'
                      order by number for update skip locked)
                    returning id
                    """)
                .bind("worker", worker)
                .bind("silence", silence.toMillis())
                .mapTo(UUID.class)
                .list());
  }

  /** Gives all of this replica's to the others. */
  void release(UUID worker) {
    database.change(
        handle ->
            handle
                .createUpdate(
                    """
                    update publication set worker = null, beat_at = '-infinity'
                    where worker = :worker and state = 'RUNNING'
                    """)
                .bind("worker", worker)
                .execute());
  }

  private void change(UUID id, UUID worker, String columns, UnaryOperator<Update> values) {
    database.change(handle -> change(handle, id, worker, columns, values));
  }

  private static void change(
      Handle handle, UUID id, UUID worker, String columns, UnaryOperator<Update> values) {
    Update update =
        handle
            .createUpdate("update publication set " + columns + MINE)
            .bind("id", id)
            .bind("worker", worker);
    if (values.apply(update).execute() == 0) {
      throw new LeaseLost();
    }
  }
}
