package io.portico.agents.tools;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.portico.agents.Refused;
import io.portico.database.Database;
import io.portico.portal.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
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
   * @param subject who sends it; a key of somebody else is another
   * @param content all that it asks for
   */
  record Request(String subject, IdempotencyKey key, byte[] content) {
    /** Subjects hold anything, PostgreSQL's texts no U+0000. */
    private String id() {
      return digest((subject + "\n" + key.text()).getBytes(UTF_8));
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
    boolean answered = false;
    try {
      String answer = action.get();
      end(request, answer);
      answered = true;
      return new Answer(answer, false);
    } finally {
      if (!answered) {
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
    handle.execute(
        """
        delete from idempotent_answer
        where begun_at < now() - interval '1 day'
          or answer is null and begun_at < now() - interval '2 minutes'
        """);
    int taken =
        handle
            .createUpdate(
                """
                insert into idempotent_answer (id, content) values (:id, :content)
                on conflict do nothing
                """)
            .bind("id", request.id())
            .bind("content", request.digest())
            .execute();
    return taken == 1 ? Optional.empty() : Optional.of(kept(handle, request));
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

  private void end(Request request, String answer) {
    database.change(
        handle ->
            handle
                .createUpdate("update idempotent_answer set answer = :answer where id = :id")
                .bind("answer", answer)
                .bind("id", request.id())
                .execute());
  }

  private void forget(Request request) {
    database.change(
        handle ->
            handle
                .createUpdate("delete from idempotent_answer where id = :id")
                .bind("id", request.id())
                .execute());
  }
}
