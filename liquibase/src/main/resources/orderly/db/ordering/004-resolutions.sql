-- Null if a resolver did it by itself.
alter table tx_resolution add column asked_by uuid;
