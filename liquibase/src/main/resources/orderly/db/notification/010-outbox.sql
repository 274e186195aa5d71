--liquibase formatted sql

--changeset orderly:notification-outbox
create table outbox (
  seq          bigint generated always as identity primary key,
  event_id     uuid not null unique,
  type         text not null,
  aggregate_id uuid not null,
  occurred_at  timestamptz not null,
  payload      text not null
);
