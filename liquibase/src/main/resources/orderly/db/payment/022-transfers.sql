-- What is needed to ask a gateway again, and to know the request that a transfer was made by.
alter table gateway_transfer drop constraint gateway_transfer_status_check;
alter table gateway_transfer add constraint gateway_transfer_status_check
  check (status in ('PENDING', 'COMPLETED', 'REFUSED', 'RETURNED', 'REVERSED'));
alter table gateway_transfer
  add column token text,
  add column gateway_reference text,
  add column action_url text,
  add column action_secret text,
  add column reason text,
  add column request_key text,
  add column request_fingerprint text,
  add column attempts int not null default 0,
  add column next_attempt_at timestamptz,
  add column settled_at timestamptz;
update gateway_transfer set next_attempt_at = now() where status = 'PENDING';
create unique index gateway_transfer_by_request
  on gateway_transfer (user_id, direction, request_key) where request_key is not null;
create index gateway_transfer_due on gateway_transfer (next_attempt_at)
  where next_attempt_at is not null;
create index gateway_transfer_by_user on gateway_transfer (user_id, id);
