--liquibase formatted sql

--changeset orderly:webhooks
create table webhook (
  id               uuid primary key,
  url              text not null,
  description      text not null,
  events           text[] not null,
  status           text not null,
  paused_by        text,
  paused_at        timestamptz,
  secret           bytea not null,
  old_secret       bytea,
  old_secret_until timestamptz,
  failing_since    timestamptz,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  constraint webhook_status check (status in ('ACTIVE', 'PAUSED')),
  constraint webhook_paused_by check (paused_by in ('ADMIN', 'FAILURES')),
  constraint webhook_paused_when check ((status = 'PAUSED') = (paused_at is not null and paused_by is not null)),
  constraint webhook_some_events check (cardinality(events) > 0)
);
comment on column webhook.events is 'types of events, or an asterisk alone for all of them';
comment on column webhook.secret is 'sealed with ORDERLY_SECRET_KEY';
comment on column webhook.failing_since is 'when the first of the failures since the last success was';

--changeset orderly:webhook-events
create table webhook_event (
  id          uuid primary key,
  type        text not null,
  occurred_at timestamptz not null,
  user_id     uuid,
  body        text not null,
  created_at  timestamptz not null
);
comment on table webhook_event is 'what is sent, to the byte, once for all who want it';
create index webhook_event_by_age on webhook_event (created_at);
create index webhook_event_by_user on webhook_event (user_id) where user_id is not null;

--changeset orderly:webhook-deliveries
create table webhook_delivery (
  id              uuid primary key,
  webhook_id      uuid not null references webhook on delete cascade,
  event_id        uuid not null references webhook_event on delete cascade,
  status          text not null,
  attempts        integer not null,
  created_at      timestamptz not null,
  next_attempt_at timestamptz not null,
  leased_until    timestamptz,
  finished_at     timestamptz,
  answer          integer,
  error           text,
  constraint webhook_delivery_once_per_event unique (webhook_id, event_id),
  constraint webhook_delivery_status check (status in ('PENDING', 'DELIVERED', 'DEAD')),
  constraint webhook_delivery_attempts check (attempts >= 0),
  constraint webhook_delivery_finished_when check ((status = 'PENDING') = (finished_at is null))
);
comment on column webhook_delivery.answer is 'the HTTP status of the last attempt';
create index webhook_delivery_due on webhook_delivery (webhook_id, next_attempt_at) where status = 'PENDING';
create index webhook_delivery_under_way on webhook_delivery (webhook_id, leased_until) where leased_until is not null;
create index webhook_delivery_by_webhook on webhook_delivery (webhook_id, id desc);
create index webhook_delivery_by_event on webhook_delivery (event_id);
