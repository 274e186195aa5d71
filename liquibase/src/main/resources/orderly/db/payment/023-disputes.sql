-- Money that buyers' banks took back, one row for each case at a gateway.
create table dispute (
  id uuid primary key,
  payment_id uuid not null references payment,
  order_id uuid not null,
  gateway text not null,
  case_id text not null check (length(case_id) <= 255),
  currency char(3) not null,
  amount bigint not null check (amount > 0),
  status text not null check (status in ('OPEN', 'WON', 'LOST')),
  reason text check (length(reason) <= 500),
  opened_at timestamptz not null,
  evidence_due timestamptz not null,
  decided_at timestamptz,
  unique (gateway, case_id),
  constraint decided_is_dated check ((status = 'OPEN') = (decided_at is null))
);
create index dispute_by_payment on dispute (payment_id);
create index dispute_by_status on dispute (status, id);
