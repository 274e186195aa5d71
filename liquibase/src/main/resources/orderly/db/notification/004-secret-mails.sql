--liquibase formatted sql

--changeset orderly:secret-mails
alter table mail_delivery add column secret boolean not null default false;
comment on column mail_delivery.secret is 'the body holds a secret, and goes when the mail is sent or given up';
alter table mail_delivery add constraint mail_delivery_keeps_no_secret
  check (not secret or status = 'PENDING' or body = '');
create index mail_delivery_by_user on mail_delivery (user_id, id);
