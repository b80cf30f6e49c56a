-- Access tokens. Of the secret only its SHA-256 is here: it has 256 random bits, so nobody guesses
-- it from its hash, however fast the hash is.
create table access_token (
  id uuid primary key,
  hash text not null unique,
  name text not null,
  owner_kind text not null check (owner_kind in ('PERSON', 'GROUP')),
  owner text not null,
  -- the most it may do, by resource: {"mlflow/churn": "viewer"}
  grants jsonb not null,
  created_at timestamptz not null,
  created_by text not null,
  created_by_name text not null,
  -- of the form that asked for it: one form makes one token, however often it is sent
  nonce uuid not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by text,
  revoked_by_name text,
  unique (created_by, nonce)
);

create index access_token_owner on access_token (owner_kind, owner);
