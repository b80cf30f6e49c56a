-- The audit trail. The key is also the order of pages, and lets a batch be repeated whose commit
-- went unanswered. Resources are compared by bytes, so that an index finds all below mlflow/churn.
create table activity (
  at timestamptz not null,
  id uuid not null,
  subject text not null,
  name text not null,
  via text not null,
  action text not null,
  resource text collate "C" not null,
  detail text not null,
  result text not null,
  request text not null,
  primary key (at, id)
);

create index activity_of_subject on activity (subject, at, id);
create index activity_on_resource on activity (resource, at, id);
