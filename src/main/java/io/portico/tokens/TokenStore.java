package io.portico.tokens;

import io.portico.database.Database;
import io.portico.tokens.AccessToken.Revocation;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table of access tokens. Every method blocks, and fails when the database is away. */
@ApplicationScoped
class TokenStore {
  private final Database database;

  TokenStore(Database database) {
    this.database = database;
  }

  /** A token and what is known of its owner. */
  Optional<KnownToken> find(TokenHash hash) {
    return database.transaction(
        handle ->
            handle
                .createQuery(
                    """
                    select t.*, p.name as owner_name, p.groups as owner_groups, p.seen_at
                    from access_token t
                    left join person p on t.owner_kind = 'PERSON' and p.subject = t.owner
                    where t.hash = :hash
                    """)
                .bind("hash", hash.hex())
                .map(TokenRows::known)
                .findOne());
  }

  /** The person's own and those of the groups, newest first. */
  List<AccessToken> ownedBy(String subject, Set<String> groups) {
    return database.transaction(
        handle ->
            handle
                .createQuery(
                    """
                    select * from access_token
                    where owner_kind = 'PERSON' and owner = :subject
                       or owner_kind = 'GROUP' and owner = any(:groups)
                    order by created_at desc, id
                    """)
                .bind("subject", subject)
                .bindArray("groups", String.class, groups)
                .map(TokenRows::token)
                .list());
  }

  Optional<AccessToken> find(UUID id) {
    return one("id = :id", Map.of("id", id));
  }

  /** What a person made by sending a form. */
  Optional<AccessToken> madeBy(String subject, UUID nonce) {
    return one(
        "created_by = :subject and nonce = :nonce", Map.of("subject", subject, "nonce", nonce));
  }

  private Optional<AccessToken> one(String condition, Map<String, Object> values) {
    return database.transaction(
        handle ->
            handle
                .createQuery("select * from access_token where " + condition)
                .bindMap(values)
                .map(TokenRows::token)
                .findOne());
  }

  /** Does nothing if the same form made one before, or the owner has {@code limit} live tokens. */
  boolean insert(AccessToken token, TokenHash hash, UUID nonce, int limit) {
    return database.transaction(
        handle -> {
          // One after the other for each owner: two at once would both find room for the last one.
          handle
              .createQuery("select pg_advisory_xact_lock(hashtextextended(:owner, 0))::text")
              .bind("owner", "access_token " + token.owner())
              .mapTo(String.class)
              .one();
          return liveOf(handle, token.owner(), token.createdAt()) < limit
              && insert(handle, token, hash, nonce);
        });
  }

  private static int liveOf(Handle handle, Owner owner, Instant now) {
    return handle
        .createQuery(
            """
            select count(*) from access_token
            where owner_kind = :kind and owner = :id and revoked_at is null and expires_at > :now
            """)
        .bindMethods(owner)
        .bind("now", now)
        .mapTo(Integer.class)
        .one();
  }

  private static boolean insert(Handle handle, AccessToken token, TokenHash hash, UUID nonce) {
    return handle
            .createUpdate(
                """
                insert into access_token (id, hash, name, owner_kind, owner, grants, created_at,
                  created_by, created_by_name, nonce, expires_at)
                values (:id, :hash, :name, :owner.kind, :owner.id, :json::jsonb, :createdAt,
                  :createdBy.subject, :createdBy.name, :nonce, :expiresAt)
                on conflict (created_by, nonce) do nothing
                """)
            .bindMethods(token)
            .bind("hash", hash.hex())
            .bind("json", new JsonObject(Map.copyOf(token.grants())).encode())
            .bind("nonce", nonce)
            .execute()
        > 0;
  }

  /** The hash of the token that was ended; empty if it was revoked before, or is not there. */
  Optional<TokenHash> revoke(UUID id, Revocation revocation) {
    return database.transaction(
        handle ->
            handle
                .createQuery(
                    """
                    update access_token
                    set revoked_at = :at, revoked_by = :by.subject, revoked_by_name = :by.name
                    where id = :id and revoked_at is null
                    returning hash
                    """)
                .bind("id", id)
                .bindMethods(revocation)
                .mapTo(String.class)
                .findOne()
                .map(TokenHash::new));
  }

  void used(Map<UUID, Instant> lastUses) {
    database.change(
        handle -> {
          PreparedBatch batch =
              handle.prepareBatch(
                  """
                  update access_token set last_used_at = greatest(last_used_at, :at) where id = :id
                  """);
          // In one order on every replica, or two batches could wait for each other.
          lastUses.keySet().stream()
              .sorted()
              .forEach(id -> batch.bind("id", id).bind("at", lastUses.get(id)).add());
          batch.execute();
        });
  }

  /** Forgets tokens that ended before. */
  int deleteEndedBefore(Instant time) {
    return database.transaction(
        handle ->
            handle
                .createUpdate(
                    "delete from access_token where least(revoked_at, expires_at) < :time")
                .bind("time", time)
                .execute());
  }
}
