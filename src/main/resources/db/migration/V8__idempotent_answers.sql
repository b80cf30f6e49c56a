-- What writes of programs were answered, so that they may be sent again.
create table idempotent_answer (
  -- SHA-256 of whose and which key it is, and of what they may do
  id text primary key,
  -- SHA-256 of what was asked for
  content text not null,
  -- which of several that may have begun with it
  attempt uuid not null,
  begun_at timestamptz not null default now(),
  -- empty while the first attempt is under way
  answer text
);

create index idempotent_answer_begun on idempotent_answer (begun_at);
