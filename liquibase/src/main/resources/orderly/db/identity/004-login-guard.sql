--liquibase formatted sql

--changeset orderly:login-failures
create table login_failure (
  account        bytea primary key,
  failures       integer not null,
  last_failed_at timestamptz not null,
  paused_until   timestamptz,
  constraint login_failure_account_is_sha256 check (octet_length(account) = 32),
  constraint login_failure_is_counted check (failures > 0)
);
create index login_failure_by_time on login_failure (last_failed_at);

--changeset orderly:guessed-accounts
create table guessed_account (
  network    text not null,
  account    bytea not null,
  guessed_at timestamptz not null,
  primary key (network, account)
);
create index guessed_account_by_time on guessed_account (guessed_at);
