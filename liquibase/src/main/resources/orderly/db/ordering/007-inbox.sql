-- Which events of other domains took effect here.
create table inbox (
  subscription text not null,
  event_id uuid not null,
  received_at timestamptz not null,
  primary key (subscription, event_id)
);
create index inbox_by_age on inbox (received_at);
