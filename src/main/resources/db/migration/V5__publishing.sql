-- The portal's turns at calls that AWS allows an account once in so many seconds: when the next
-- one may be made, by this database's clock, and who makes the one that is under way.
create table quota_turn (
  quota text primary key,
  next_at timestamptz not null,
  holder uuid not null
);

-- What versions of documentation say, as OpenAPI files: API Gateway does not tell it of a version
-- that no stage shows.
create table documentation_snapshot (
  api text not null,
  version text not null,
  -- by API Gateway; tells a version from a deleted one of the same name
  created_at timestamptz not null,
  source text not null check (source in ('DRAFT', 'EXPORT')),
  content text not null,
  -- parts beside, which the portal cannot read
  unreadable int not null,
  kept_at timestamptz not null default now(),
  primary key (api, version, created_at)
);

-- Versions on their way to stages, planned ones as well.
create table publication (
  id uuid primary key,
  -- in the order of their confirmations; empty until then
  number bigint unique,
  api text not null,
  subject text not null,
  name text not null,
  via text not null,
  -- of the confirmation; empty until then
  request text not null default '',
  version text not null,
  note text not null,
  -- whether the draft becomes a new version; else one that is there is shown
  makes boolean not null,
  -- of the draft that was shown before the confirmation
  base text not null,
  planned_at timestamptz not null,
  state text not null check (state in ('PLANNED', 'RUNNING', 'DONE', 'FAILED')),
  step text not null default 'CHECKING',
  message text not null default '',
  next_try_at timestamptz,
  -- what the version will say, from when API Gateway is first asked to make it
  content text,
  unreadable int not null default 0,
  creating_at timestamptz,
  -- by API Gateway
  created_at timestamptz,
  -- the replica that carries it out, and when it last said so
  worker uuid,
  beat_at timestamptz,
  ended_at timestamptz
);

create sequence publication_number owned by publication.number;
create index publication_running on publication (number) where state = 'RUNNING';
create index publication_of_api on publication (api, planned_at);

create table publication_stage (
  publication uuid not null references publication on delete cascade,
  position int not null,
  stage text not null,
  -- the version that it showed at the confirmation; empty if none
  before text,
  shown_at timestamptz,
  -- why API Gateway does not show it there
  problem text not null default '',
  primary key (publication, position)
);

-- Since when the draft has been seen to differ from what a stage shows.
create table documentation_drift (
  api text not null,
  stage text not null,
  -- that the stage shows
  version text not null,
  since timestamptz not null,
  primary key (api, stage)
);

alter table documentation_import drop constraint documentation_import_origin_check;
alter table documentation_import add constraint documentation_import_origin_check
  check (origin in ('FILE', 'RESTORE', 'REPLACE', 'VERSION'));
