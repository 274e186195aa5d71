--liquibase formatted sql

--changeset orderly:users
create table users (
  id                uuid primary key,
  email             text not null,
  name              text not null,
  password_hash     text not null,
  terms_accepted_at timestamptz,
  created_at        timestamptz not null,
  version           integer not null,
  constraint users_email_key unique (email),
  constraint users_email_normalised
    check (email = lower(email) and email like '%_@_%' and length(email) <= 254),
  constraint users_name_length check (length(name) between 1 and 100),
  constraint users_password_is_hashed check (password_hash like '$%$%')
);

--changeset orderly:roles
create table role (
  name text primary key
);
insert into role (name) values ('customer'), ('vendor'), ('admin');

create table user_role (
  user_id uuid not null references users (id) on delete cascade,
  role    text not null references role (name),
  primary key (user_id, role)
);
create index user_role_by_role on user_role (role, user_id);

--changeset orderly:refresh-tokens
create table refresh_token (
  token_hash bytea primary key,
  session_id uuid not null,
  user_id    uuid not null references users (id) on delete cascade,
  issued_at  timestamptz not null,
  expires_at timestamptz not null,
  constraint refresh_token_is_sha256 check (octet_length(token_hash) = 32),
  constraint refresh_token_expires check (expires_at > issued_at)
);
create index refresh_token_by_session on refresh_token (session_id);
create index refresh_token_by_user on refresh_token (user_id);
create index refresh_token_by_expiry on refresh_token (expires_at);
