-- Who signed in, with what the identity provider said last: access tokens follow their owner's groups.
create table person (
  subject text primary key,
  name text not null,
  groups text[] not null,
  seen_at timestamptz not null
);
