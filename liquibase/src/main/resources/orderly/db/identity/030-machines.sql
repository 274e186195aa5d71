--liquibase formatted sql

--changeset orderly:machines
create table machine_client (
  id          uuid primary key,
  name        text not null,
  secret_hash bytea not null,
  scopes      text not null,
  session_id  uuid not null,
  created_by  text not null,
  created_at  timestamptz not null,
  expires_at  timestamptz,
  revoked_at  timestamptz,
  constraint machine_client_name_length check (length(name) between 1 and 100),
  constraint machine_client_secret_is_sha256 check (octet_length(secret_hash) = 32),
  constraint machine_client_expires check (expires_at > created_at)
);
comment on column machine_client.scopes is 'separated by spaces';
comment on column machine_client.session_id is 'in the claim sid of its tokens';
