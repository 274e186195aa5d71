--liquibase formatted sql

--changeset orderly:invoice-permission
alter table users add column invoice_permission text not null default 'default'
  constraint users_invoice_permission check (invoice_permission in ('default', 'allowed', 'refused'));
comment on column users.invoice_permission is 'whether an admin lets them pay by invoice; default: the rule of the shop';
