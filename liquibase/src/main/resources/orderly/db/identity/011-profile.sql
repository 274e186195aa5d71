--liquibase formatted sql

--changeset orderly:consents splitStatements:false
create table consent (
  id       uuid primary key,
  user_id  uuid not null references users (id),
  document text not null,
  version  text not null,
  granted  boolean not null,
  at       timestamptz not null,
  address  text not null,
  constraint consent_document check (document in ('TERMS', 'PRIVACY', 'MARKETING')),
  constraint consent_version check (length(version) between 1 and 50)
);
create index consent_by_user on consent (user_id, id);

create function consent_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'a consent is proof, and is never changed' using errcode = 'restrict_violation';
end
$$;
create trigger consents_are_final before update or delete or truncate on consent
  for each statement execute function consent_refuse_change();

--changeset orderly:addresses
create table address (
  id          uuid primary key,
  user_id     uuid not null references users (id) on delete cascade,
  name        text not null,
  street      text not null,
  city        text not null,
  state       text,
  postal_code text not null,
  country     text not null,
  is_default  boolean not null,
  constraint address_country check (country ~ '^[A-Z]{2}$')
);
create index address_by_user on address (user_id, id);
create unique index address_one_default on address (user_id) where is_default;

--changeset orderly:email-changes
create table email_change (
  user_id          uuid primary key references users (id) on delete cascade,
  new_email        text not null,
  expires_at       timestamptz not null,
  old_confirmed_at timestamptz,
  new_confirmed_at timestamptz
);
create index email_change_by_expiry on email_change (expires_at);

--changeset orderly:users-by-start-of-email
create index users_by_email_start on users (email text_pattern_ops);
