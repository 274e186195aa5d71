-- What gateways told by themselves and has taken effect: nothing does so twice.
create table gateway_notice (
  gateway text not null check (length(gateway) between 1 and 50),
  event_id text not null check (length(event_id) between 1 and 255),
  kind text not null,
  received_at timestamptz not null,
  primary key (gateway, event_id)
);
create index gateway_notice_by_age on gateway_notice (received_at);
