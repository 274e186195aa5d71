--liquibase formatted sql

--changeset orderly:counted-mails
-- The limit of an unconfirmed address counts what was not withheld: an index over withheld mails as well made each
-- further one dearer than the last.
create index mail_delivery_counted on mail_delivery (lower(recipient), created_at) where status <> 'WITHHELD';
drop index mail_delivery_by_recipient;
