package io.portico.agents;

import io.portico.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/**
 * The replicas' turns at looking for changes at API Gateway, by the database's clock. Every method
 * blocks, and fails when the database is away.
 */
@ApplicationScoped
class EditionTurn {
  private final Database database;
  private final UUID holder = UUID.randomUUID();

  EditionTurn(Database database) {
    this.database = database;
  }

  /** Whether it is this replica's; nobody else's is one then for that long. */
  boolean take(Duration pause) {
    return database.transaction(
        handle ->
            handle
                    .createUpdate(
                        """
                        insert into documentation_look (id, next_at, holder)
                        values (true, clock_timestamp() + :pause * interval '1 millisecond', :holder)
                        on conflict (id) do update
                        set next_at = excluded.next_at, holder = excluded.holder
                        where documentation_look.next_at <= clock_timestamp()
                        """)
                    .bind("pause", pause.toMillis())
                    .bind("holder", holder)
                    .execute()
                > 0);
  }

  /** Says that it goes on; false if another replica took this one for dead. */
  boolean extend(Duration pause) {
    return database.transaction(
        handle ->
            handle
                    .createUpdate(
                        """
                        update documentation_look
                        set next_at = clock_timestamp() + :pause * interval '1 millisecond'
                        where holder = :holder
                        """)
                    .bind("pause", pause.toMillis())
                    .bind("holder", holder)
                    .execute()
                > 0);
  }
}
