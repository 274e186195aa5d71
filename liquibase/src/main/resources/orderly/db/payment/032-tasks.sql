-- What a gateway is still to be asked, written in the transaction that is the cause. Whoever claims
-- a row has it until the lease ends; asked_at says that the gateway may have heard of it.
create table payment_task (
  seq bigint generated always as identity primary key,
  id uuid not null unique,
  payment_id uuid not null references payment,
  refund_id uuid,
  kind text not null check (kind in ('CAPTURE', 'RELEASE', 'REFUND', 'CHECK')),
  state text not null default 'OPEN' check (state in ('OPEN', 'DONE', 'DROPPED')),
  attempts int not null default 0,
  due_at timestamptz not null default now(),
  asked_at timestamptz,
  problem text check (length(problem) <= 200),
  created_at timestamptz not null default now(),
  constraint refunds_name_their_refund check ((kind = 'REFUND') = (refund_id is not null))
) with (fillfactor = 80);
create index payment_task_due on payment_task (due_at) where state = 'OPEN';
create index payment_task_of_payment on payment_task (payment_id, seq) where state = 'OPEN';

-- What was given back, or is to be; what belongs to one request of it shares a batch.
create table refund (
  id uuid primary key,
  batch uuid not null,
  order_id uuid not null,
  payment_id uuid not null references payment,
  currency char(3) not null,
  amount bigint not null check (amount > 0),
  target text not null check (target in ('ORIGINAL', 'BALANCE')),
  cause text not null check (cause in ('REFUND', 'CANCELLATION', 'EDIT')),
  status text not null check (status in ('PENDING', 'COMPLETED', 'FAILED')),
  reference text check (length(reference) <= 255),
  problem text check (length(problem) <= 200),
  actor text not null,
  reason text check (length(reason) <= 500),
  created_at timestamptz not null,
  settled_at timestamptz,
  constraint settled_is_dated check ((status = 'PENDING') = (settled_at is null))
);
create index refund_by_order on refund (order_id, id);
create index refund_by_payment on refund (payment_id, id);
create index refund_pending on refund (created_at) where status = 'PENDING';
