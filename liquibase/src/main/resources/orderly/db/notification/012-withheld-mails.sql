--liquibase formatted sql

--changeset orderly:withheld-mails
-- An address that nobody has confirmed gets a limited number of mails; the others are written down but not sent.
alter table mail_delivery drop constraint mail_delivery_status;
alter table mail_delivery add constraint mail_delivery_status
  check (status in ('PENDING', 'SENT', 'FAILED', 'WITHHELD'));
create index mail_delivery_by_recipient on mail_delivery (lower(recipient), created_at);
create index mail_delivery_withheld_by_age on mail_delivery (created_at) where status = 'WITHHELD';
