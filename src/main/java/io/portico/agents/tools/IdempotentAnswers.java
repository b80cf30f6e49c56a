package io.portico.agents.tools;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.portico.agents.Refused;
import io.portico.database.Database;
import io.portico.identity.Caller;
import io.portico.portal.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * What writes were answered, so that a program that lost an answer may send the same again and gets
 * it. Kept for a day in PostgreSQL, so that any replica knows. Blocks, and fails with {@link
 * io.portico.database.DatabaseUnavailable}.
 */
@ApplicationScoped
class IdempotentAnswers {
  private final Database database;

  /**
   * A request that may come again.
   *
   * @param caller who sends it, and what it may do; a key of somebody else is another
   * @param content all that it asks for
   * @param attempt tells this one from others with the same key
   */
  record Request(Caller caller, IdempotencyKey key, byte[] content, UUID attempt) {
    Request(Caller caller, IdempotencyKey key, byte[] content) {
      this(caller, key, content, UUID.randomUUID());
    }

    /** Subjects hold anything, PostgreSQL's texts no U+0000. */
    private String id() {
      return digest(
          List.of(
                  caller.subject(),
                  new TreeSet<>(caller.groups()),
                  caller.token().map(token -> new TreeMap<>(token.grants())),
                  key.text())
              .toString()
              .getBytes(UTF_8));
    }

    private String digest() {
      return digest(content);
    }

    private static String digest(byte[] bytes) {
      try {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /**
   * An answer.
   *
   * @param replayed whether it was given before
   */
  record Answer(String json, boolean replayed) {}

  /** A row: whose content it was, and the answer if there is one. */
  private record Kept(String digest, Optional<String> answer) {}

  IdempotentAnswers(Database database) {
    this.database = database;
  }

  /**
   * Answers a request once. Nothing is kept of an attempt that fails.
   *
   * @throws Refused if the key came with another content before, or the first attempt is under way
   */
  Answer once(Request request, Supplier<String> action) {
    Optional<Kept> before = database.transaction(handle -> begin(handle, request));
    if (before.isPresent()) {
      return new Answer(again(request, before.get()), true);
    }
    boolean done = false;
    try {
      String answer = action.get();
      done = true;
      return end(request, answer)
          ? new Answer(answer, false)
          // It took so long that another attempt has taken the key and answered.
          : new Answer(kept(request).answer().orElse(answer), true);
    } finally {
      if (!done) {
        forget(request);
      }
    }
  }

  private static String again(Request request, Kept before) {
    if (!before.digest().equals(request.digest())) {
      throw new Refused(Problem.IDEMPOTENCY_KEY_USED);
    }
    return before.answer().orElseThrow(() -> new Refused(Problem.STILL_UNDER_WAY));
  }

  /** Takes the key; if it is taken, tells by what. An attempt of a replica that died ends. */
  private static Optional<Kept> begin(Handle handle, Request request) {
    handle
        .createUpdate(
            """
            delete from idempotent_answer
            where id = :id and (begun_at < now() - interval '1 day'
              or answer is null and begun_at < now() - interval '2 minutes')
            """)
        .bind("id", request.id())
        .execute();
    int taken =
        handle
            .createUpdate(
                """
                insert into idempotent_answer (id, content, attempt)
                values (:id, :content, :attempt) on conflict do nothing
                """)
            .bind("id", request.id())
            .bind("content", request.digest())
            .bind("attempt", request.attempt())
            .execute();
    return taken == 1 ? Optional.empty() : Optional.of(kept(handle, request));
  }

  private Kept kept(Request request) {
    return database.transaction(handle -> kept(handle, request));
  }

  private static Kept kept(Handle handle, Request request) {
    return handle
        .createQuery("select content, answer from idempotent_answer where id = :id")
        .bind("id", request.id())
        .map(
            row ->
                new Kept(
                    row.getColumn("content", String.class),
                    Optional.ofNullable(row.getColumn("answer", String.class))))
        .findOne()
        // The first attempt failed between the two statements.
        .orElseThrow(() -> new Refused(Problem.STILL_UNDER_WAY));
  }

  /** Whether the key was this attempt's still. */
  private boolean end(Request request, String answer) {
    return database.<Boolean>transaction(
        handle ->
            handle
                    .createUpdate(
                        """
                        update idempotent_answer set answer = :answer
                        where id = :id and attempt = :attempt
                        """)
                    .bind("answer", answer)
                    .bind("id", request.id())
                    .bind("attempt", request.attempt())
                    .execute()
                == 1);
  }

  private void forget(Request request) {
    database.change(
        handle ->
            handle
                .createUpdate("delete from idempotent_answer where id = :id and attempt = :attempt")
                .bind("id", request.id())
                .bind("attempt", request.attempt())
                .execute());
  }

  /** Forgets what nobody asks for any more. */
  void deleteOld() {
    database.change(
        handle ->
            handle.execute(
                "delete from idempotent_answer where begun_at < now() - interval '1 day'"));
  }
}
