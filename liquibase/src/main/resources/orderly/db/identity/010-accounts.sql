--liquibase formatted sql

--changeset orderly:verified-and-erased-users
alter table users
  add column email_verified_at timestamptz,
  add column erased_at timestamptz;
-- Who was made admin by the shop's owner is known to them.
update users set email_verified_at = created_at
where id in (select user_id from user_role where role = 'admin');
create index users_by_outdated_hash on users (password_hash)
  where password_hash not like '$argon2id$v=19$m=19456,t=2,p=1$%';

--changeset orderly:mailed-links
create table mailed_link (
  id           uuid primary key,
  purpose      text not null,
  user_id      uuid references users (id) on delete cascade,
  email        text not null,
  token_hash   bytea,
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  closed_at    timestamptz,
  asked_from   text not null,
  request_id   text not null,
  constraint mailed_link_purpose check (purpose in
    ('VERIFY_EMAIL', 'RESET_PASSWORD', 'CONFIRM_OLD_EMAIL', 'CONFIRM_NEW_EMAIL')),
  constraint mailed_link_token_is_sha256 check (octet_length(token_hash) = 32),
  constraint mailed_link_token_has_user check (token_hash is null or user_id is not null),
  constraint mailed_link_expires check (expires_at > created_at)
);
comment on column mailed_link.user_id is 'null until the link is mailed: whoever asks is not told';
comment on column mailed_link.token_hash is 'null until the link is mailed';
create unique index mailed_link_by_token on mailed_link (token_hash);
create index mailed_link_by_email on mailed_link (email, purpose, created_at);
create index mailed_link_by_user on mailed_link (user_id);
create index mailed_link_by_expiry on mailed_link (expires_at);
