--liquibase formatted sql

--changeset orderly:retention
create index inbox_by_age on inbox (received_at);
create index mail_delivery_by_age on mail_delivery (sent_at) where status = 'SENT';
