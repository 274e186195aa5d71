--liquibase formatted sql

--changeset orderly:inbox-messages
create table inbox_message (
  id         uuid primary key,
  event_id   uuid not null,
  user_id    uuid not null,
  type       text not null,
  subject    text not null,
  body       text not null,
  created_at timestamptz not null,
  constraint inbox_message_once_per_event unique (event_id, user_id)
);
create index inbox_message_by_user on inbox_message (user_id, id desc);

--changeset orderly:mail-deliveries
create table mail_delivery (
  id              uuid primary key,
  event_id        uuid not null,
  user_id         uuid not null,
  recipient       text not null,
  recipient_name  text not null,
  subject         text not null,
  body            text not null,
  status          text not null,
  attempts        integer not null,
  created_at      timestamptz not null,
  next_attempt_at timestamptz not null,
  sent_at         timestamptz,
  last_error      text,
  constraint mail_delivery_once_per_event unique (event_id, user_id),
  constraint mail_delivery_status check (status in ('PENDING', 'SENT', 'FAILED')),
  constraint mail_delivery_attempts check (attempts >= 0),
  constraint mail_delivery_sent_when check ((status = 'SENT') = (sent_at is not null))
);
create index mail_delivery_due on mail_delivery (next_attempt_at) where status = 'PENDING';
