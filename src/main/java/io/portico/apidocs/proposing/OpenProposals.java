package io.portico.apidocs.proposing;

import io.portico.audit.Audit;
import io.portico.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;

/**
 * The proposals that wait for a decision, as many as people can look at. Every method blocks, and
 * fails when the database is away.
 */
@ApplicationScoped
class OpenProposals {
  /** Of one proposer on one API. */
  static final int OF_ONE = 50;

  /** Of all on one API. */
  static final int OF_ALL = 500;

  private final Database database;
  private final Audit audit;

  OpenProposals(Database database, Audit audit) {
    this.database = database;
    this.audit = audit;
  }

  /**
   * Keeps a proposal, or finds the same one.
   *
   * @throws ImproperProposal if as many wait as may
   */
  Proposal keep(Proposal wanted, String request) {
    String digest = ProposalDigest.of(wanted.place(), wanted.keys());
    return database.transaction(
        handle -> {
          // One after the other for each API: two that count at the same moment would not see each
          // other, and both come in where there is room for one.
          lock(handle, wanted.api());
          Optional<Proposal> same = same(handle, wanted, digest);
          if (same.isPresent()) {
            return same.get();
          }
          checkRoom(handle, wanted);
          insert(handle, wanted, digest);
          audit.record(ProposalTrail.proposed(wanted, request), handle);
          return wanted;
        });
  }

  private static void lock(Handle handle, String api) {
    handle
        .createQuery("select pg_advisory_xact_lock(hashtextextended(:lock, 0))::text")
        .bind("lock", "documentation_proposal " + api)
        .mapTo(String.class)
        .one();
  }

  private static Optional<Proposal> same(Handle handle, Proposal wanted, String digest) {
    return handle
        .createQuery(
            "select "
                + ProposalRows.LISTED
                + """
                , keys from documentation_proposal
                where api = :api and subject = :by.subject and digest = :digest and state = 'OPEN'
                """)
        .bindMethods(wanted)
        .bind("digest", digest)
        .map(ProposalRows::proposal)
        .findOne();
  }

  private record Open(int ofOne, int ofAll) {
    static Open of(RowView row) {
      return new Open(
          row.getColumn("of_one", Integer.class), row.getColumn("of_all", Integer.class));
    }
  }

  private static void checkRoom(Handle handle, Proposal wanted) {
    Open open =
        handle
            .createQuery(
                """
                select count(*) as of_all, count(*) filter (where subject = :by.subject) as of_one
                from documentation_proposal where api = :api and state = 'OPEN'
                """)
            .bindMethods(wanted)
            .map(Open::of)
            .one();
    if (open.ofOne >= OF_ONE) {
      throw new ImproperProposal(
          "%,d of your proposals wait on this API already. Wait until people have decided on some."
              .formatted(open.ofOne));
    }
    if (open.ofAll >= OF_ALL) {
      throw new ImproperProposal(
          "%,d proposals wait on this API already. Wait until people have decided on some."
              .formatted(open.ofAll));
    }
  }

  private static void insert(Handle handle, Proposal wanted, String digest) {
    handle
        .createUpdate(
            """
            insert into documentation_proposal (id, api, subject, name, via, place_type, place_path,
              place_method, place_status, place_name, keys, digest, reason, proposed_at, state)
            values (:id, :api, :by.subject, :by.name, :by.via, :place.type, :place.path,
              :place.method, :place.statusCode, :place.name, :keys.compact, :digest, :reason,
              :proposedAt, :state)
            """)
        .bindMethods(wanted)
        .bind("digest", digest)
        .execute();
  }

  /** How many are open on each of these APIs that have any. */
  Map<String, Integer> counted(Collection<String> apis) {
    return database.transaction(
        handle ->
            handle
                .createQuery(
                    """
                    select api, count(*) as open from documentation_proposal
                    where state = 'OPEN' and api = any(:apis) group by api
                    """)
                .bindArray("apis", String.class, apis)
                .map(
                    row ->
                        Map.entry(
                            row.getColumn("api", String.class),
                            row.getColumn("open", Integer.class)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /**
   * Ends what is open, and takes it down in the audit trail.
   *
   * @return whether this call did it: nobody decides what is decided
   */
  boolean decide(Proposal open, ProposalState state, Decision decision, String request) {
    return database.transaction(
        handle -> {
          int decided =
              handle
                  .createUpdate(
                      """
                      update documentation_proposal
                      set state = :state, decided_at = :at, decided_by = :by.subject,
                        decided_by_name = :by.name, answer = :answer
                      where id = :id and state = 'OPEN'
                      """)
                  .bind("id", open.id())
                  .bind("state", state)
                  .bindMethods(decision)
                  .execute();
          if (decided > 0) {
            audit.record(ProposalTrail.decided(open, state, decision, request), handle);
          }
          return decided > 0;
        });
  }
}
