-- What is a day old is looked for in order to be deleted.
create index idempotency_key_by_age on idempotency_key (answered_at);
