--liquibase formatted sql

--changeset orderly:external-identities
create table external_identity (
  provider  text not null,
  subject   text not null,
  user_id   uuid not null references users (id) on delete cascade,
  linked_at timestamptz not null,
  primary key (provider, subject),
  constraint external_identity_one_per_provider unique (user_id, provider)
);
comment on column external_identity.provider is 'the issuer';

--changeset orderly:oidc-logins
create table oidc_attempt (
  state_hash    bytea primary key,
  browser_hash  bytea not null,
  provider      text not null,
  nonce         text not null,
  code_verifier text not null,
  return_to     text not null,
  expires_at    timestamptz not null,
  constraint oidc_attempt_state_is_sha256 check (octet_length(state_hash) = 32),
  constraint oidc_attempt_browser_is_sha256 check (octet_length(browser_hash) = 32)
);
comment on column oidc_attempt.return_to is 'empty for nowhere';
create index oidc_attempt_by_expiry on oidc_attempt (expires_at);

create table oidc_code (
  code_hash    bytea primary key,
  browser_hash bytea not null,
  user_id      uuid not null references users (id) on delete cascade,
  expires_at   timestamptz not null,
  constraint oidc_code_is_sha256 check (octet_length(code_hash) = 32),
  constraint oidc_code_browser_is_sha256 check (octet_length(browser_hash) = 32)
);
create index oidc_code_by_expiry on oidc_code (expires_at);
