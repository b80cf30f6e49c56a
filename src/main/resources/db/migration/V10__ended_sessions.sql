-- Sessions that ended before their time, so that every replica knows.
create table ended_session (
  -- jti of the provider's logout token, or a random one
  id text primary key,
  -- sid of ID tokens; empty if all sessions of the subject ended
  session text,
  subject text,
  ended_at timestamptz not null,
  stored_at timestamptz not null default now(),
  check (session is not null or subject is not null)
);

create index ended_session_stored on ended_session (stored_at);
