package io.portico.apidocs;

import io.portico.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * All replicas' turns at calls that AWS counts, by the database's clock. Every method blocks, and
 * fails when the database is away.
 */
@ApplicationScoped
public class QuotaTurns {
  /** So long a call may be under way; the turn of a replica that dies meanwhile ends after it. */
  private static final Duration LONGEST_CALL = Duration.ofSeconds(30);

  private final Database database;
  private final Function<Quota, Duration> intervals;

  @Inject
  QuotaTurns(Database database) {
    this(database, Quota::interval);
  }

  /** With other intervals than AWS's. */
  public QuotaTurns(Database database, Function<Quota, Duration> intervals) {
    this.database = database;
    this.intervals = intervals;
  }

  /**
   * The answer to somebody who wants to make a call.
   *
   * @param holder who may make it now
   * @param pause how long to wait before asking again; zero for the holder
   */
  public record Turn(Quota quota, Optional<UUID> holder, Duration pause) {
    public boolean isNow() {
      return holder.isPresent();
    }
  }

  /** Whoever gets it says {@link #used} or {@link #unused} afterwards. */
  public Turn take(Quota quota) {
    UUID holder = UUID.randomUUID();
    Duration until = intervals.apply(quota).plus(LONGEST_CALL);
    return database.transaction(
        handle ->
            take(handle, quota, holder, until)
                ? new Turn(quota, Optional.of(holder), Duration.ZERO)
                : new Turn(quota, Optional.empty(), rest(handle, quota)));
  }

  private static boolean take(Handle handle, Quota quota, UUID holder, Duration until) {
    return timed(
                handle.createUpdate(
                    """
                    insert into quota_turn (quota, next_at, holder)
                    values (:quota, clock_timestamp() + :wait * interval '1 millisecond', :holder)
                    on conflict (quota) do update
                    set next_at = excluded.next_at, holder = excluded.holder
                    where quota_turn.next_at <= clock_timestamp()
                    """),
                until)
            .bind("quota", quota)
            .bind("holder", holder)
            .execute()
        > 0;
  }

  private static Duration rest(Handle handle, Quota quota) {
    double seconds =
        handle
            .createQuery(
                """
                select greatest(0, extract(epoch from next_at - clock_timestamp()))
                from quota_turn where quota = :quota
                """)
            .bind("quota", quota)
            .mapTo(Double.class)
            .one();
    return Duration.ofMillis(
        Math.max(1, (long) Math.ceil(seconds * Duration.ofSeconds(1).toMillis())));
  }

  /** The call has been answered, or will not be any more: AWS may have counted it until now. */
  public void used(Turn turn) {
    used(turn, Duration.ZERO);
  }

  /** The same, where AWS has told how long to wait. */
  public void used(Turn turn, Duration atLeast) {
    Duration interval = intervals.apply(turn.quota());
    end(turn, interval.compareTo(atLeast) < 0 ? atLeast : interval);
  }

  /** The call was not made. */
  public void unused(Turn turn) {
    end(turn, Duration.ZERO);
  }

  private void end(Turn turn, Duration pause) {
    database.change(
        handle ->
            timed(
                    handle.createUpdate(
                        """
                        update quota_turn
                        set next_at = clock_timestamp() + :wait * interval '1 millisecond'
                        where quota = :quota and holder = :holder
                        """),
                    pause)
                .bind("quota", turn.quota())
                .bind("holder", turn.holder().orElseThrow())
                .execute());
  }

  private static <S extends SqlStatement<S>> S timed(S statement, Duration wait) {
    return statement.bind("wait", wait.toMillis());
  }
}
