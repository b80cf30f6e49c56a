-- What programs propose that drafts should say, each about one place, until a person decides.
create table documentation_proposal (
  id uuid primary key,
  api text not null,
  -- the program's owner, and by what token
  subject text not null,
  name text not null,
  via text not null,
  -- the place; what its type does not have is empty
  place_type text not null,
  place_path text not null,
  place_method text not null,
  place_status text not null,
  place_name text not null,
  -- the outermost keys to set there, as a JSON object in its author's order, which
  -- jsonb would not keep
  keys text not null,
  -- SHA-256 of place and keys, which are too long for an index
  digest text not null,
  reason text not null,
  proposed_at timestamptz not null,
  state text not null check (state in ('OPEN', 'ACCEPTED', 'DECLINED')),
  decided_at timestamptz,
  decided_by text,
  decided_by_name text,
  -- what the person says to it; may be empty
  answer text,
  check ((state = 'OPEN') = (decided_at is null))
);

-- Who proposes the same again proposes nothing new.
create unique index documentation_proposal_open on documentation_proposal (api, subject, digest)
  where state = 'OPEN';

create index documentation_proposal_of_api on documentation_proposal (api, proposed_at);
create index documentation_proposal_age
  on documentation_proposal (coalesce(decided_at, proposed_at));
