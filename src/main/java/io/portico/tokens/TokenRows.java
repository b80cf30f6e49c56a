package io.portico.tokens;

import io.portico.tokens.AccessToken.Revocation;
import io.portico.tokens.AccessToken.Somebody;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.result.RowView;

/** Reads rows of the tables access_token and person. */
final class TokenRows {
  private static final GenericType<Set<String>> GROUPS = new GenericType<>() {};

  private TokenRows() {}

  static AccessToken token(RowView row) {
    return new AccessToken(
        row.getColumn("id", UUID.class),
        text(row, "name"),
        new Owner(Owner.Kind.valueOf(text(row, "owner_kind")), text(row, "owner")),
        grants(text(row, "grants")),
        time(row, "created_at").orElseThrow(),
        new Somebody(text(row, "created_by"), text(row, "created_by_name")),
        time(row, "expires_at").orElseThrow(),
        time(row, "last_used_at"),
        time(row, "revoked_at").map(at -> new Revocation(at, revokedBy(row))));
  }

  /** A token beside its owner's person.name, groups and seen_at. */
  static KnownToken known(RowView row) {
    AccessToken token = token(row);
    return new KnownToken(
        token,
        time(row, "seen_at")
            .map(
                at ->
                    new Sighting(
                        token.owner().id(),
                        text(row, "owner_name"),
                        Set.copyOf(row.getColumn("owner_groups", GROUPS)),
                        at)));
  }

  private static Somebody revokedBy(RowView row) {
    return new Somebody(text(row, "revoked_by"), text(row, "revoked_by_name"));
  }

  private static Map<String, String> grants(String json) {
    Map<String, String> grants = new TreeMap<>();
    new JsonObject(json).forEach(grant -> grants.put(grant.getKey(), grant.getValue().toString()));
    return grants;
  }

  private static String text(RowView row, String column) {
    return row.getColumn(column, String.class);
  }

  private static Optional<Instant> time(RowView row, String column) {
    return Optional.ofNullable(row.getColumn(column, Instant.class));
  }
}
