-- Whose documents there are, as API Gateway last told: who may read them depends on their tags.
create table documented_api (
  api text primary key,
  name text not null,
  description text not null,
  tags jsonb not null
);

-- What a stage said of its API while it showed a version of the documentation.
create table documentation_edition (
  id uuid primary key,
  api text not null references documented_api on delete cascade,
  stage text not null,
  -- of the stage; tells one deployment from the next
  revision text not null,
  version text not null,
  -- by API Gateway; tells a version from a deleted one of the same name
  version_created text not null,
  title text not null,
  -- before API Gateway was asked; what was asked for later counts
  asked_at timestamptz not null,
  made_at timestamptz not null default now(),
  -- since when the stage shows something else
  ended_at timestamptz
);

create unique index documentation_edition_current on documentation_edition (api, stage)
  where ended_at is null;

-- The bytes of an edition, in each coding that makes them fewer.
create table published_document (
  edition uuid not null references documentation_edition on delete cascade,
  -- below the address of the stage or the version
  path text not null,
  media_type text not null,
  -- of the content, without a coding
  etag text not null,
  content bytea not null,
  gzip bytea,
  br bytea,
  made_at timestamptz not null default now(),
  primary key (edition, path)
);

-- Which replica looks for changes at API Gateway, and when another may.
create table documentation_look (
  id boolean primary key default true check (id),
  next_at timestamptz not null,
  holder uuid not null
);
