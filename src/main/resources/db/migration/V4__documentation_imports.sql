-- Imports of documentation, planned ones as well: what a form brought waits here for the person's
-- confirmation, for it is too large to travel in the page. Content and backup are OpenAPI files;
-- their JSON holds \u0000, which jsonb does not take.
create table documentation_import (
  id uuid primary key,
  api text not null,
  subject text not null,
  name text not null,
  via text not null,
  -- of the confirmation; empty until then
  request text not null default '',
  origin text not null check (origin in ('FILE', 'RESTORE', 'REPLACE')),
  -- of the file, or of what else the parts come from, for people
  source text not null,
  mode text not null check (mode in ('MERGE', 'OVERWRITE')),
  strict boolean not null,
  content text not null,
  -- what found no place, as a JSON array
  misfits text not null,
  planned_at timestamptz not null,
  state text not null check (state in ('PLANNED', 'RUNNING', 'DONE', 'FAILED', 'STOPPED')),
  step text not null default 'WAITING',
  message text not null default '',
  added int not null default 0,
  changed int not null default 0,
  removed int not null default 0,
  unchanged int not null default 0,
  backup text,
  started_at timestamptz,
  -- when the replica that runs it last said so, by this database's clock
  beat_at timestamptz,
  ended_at timestamptz
);

-- One at a time for each API, whichever replica runs it.
create unique index documentation_import_running on documentation_import (api)
  where state = 'RUNNING';

create index documentation_import_of_api on documentation_import (api, planned_at);
create index documentation_import_ended on documentation_import (planned_at);
