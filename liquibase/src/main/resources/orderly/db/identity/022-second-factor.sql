--liquibase formatted sql

--changeset orderly:second-factor
create table second_factor (
  user_id      uuid primary key references users (id) on delete cascade,
  secret       bytea not null,
  begun_at     timestamptz not null,
  confirmed_at timestamptz,
  last_step    bigint not null default 0
);
comment on column second_factor.secret is 'encrypted; see ORDERLY_SECRET_KEY';
comment on column second_factor.last_step is 'of the last code accepted: no code of it or before is, again';

create table recovery_code (
  user_id   uuid not null references second_factor (user_id) on delete cascade,
  code_hash bytea not null,
  primary key (user_id, code_hash),
  constraint recovery_code_is_sha256 check (octet_length(code_hash) = 32)
);
