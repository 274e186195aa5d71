--liquibase formatted sql

--changeset orderly:sessions
create table session (
  id           uuid primary key,
  user_id      uuid not null references users (id) on delete cascade,
  device       text not null,
  address      text not null,
  opened_at    timestamptz not null,
  last_used_at timestamptz not null,
  expires_at   timestamptz not null,
  ended_at     timestamptz,
  end_reason   text,
  constraint session_end_has_a_reason check ((ended_at is null) = (end_reason is null)),
  constraint session_lives_for_a_while check (expires_at > opened_at)
);
create index session_by_user on session (user_id, id);
create index session_by_expiry on session (expires_at);

insert into session (id, user_id, device, address, opened_at, last_used_at, expires_at)
  select session_id, user_id, '', '', min(issued_at), max(issued_at), max(expires_at)
  from refresh_token group by session_id, user_id;

alter table refresh_token
  add column used_at timestamptz,
  add constraint refresh_token_session_fkey
    foreign key (session_id) references session (id) on delete cascade;

--changeset orderly:denied-sessions
create table denied_session (
  session_id uuid primary key,
  denied_at  timestamptz not null default clock_timestamp()
);
create index denied_session_by_time on denied_session (denied_at);
