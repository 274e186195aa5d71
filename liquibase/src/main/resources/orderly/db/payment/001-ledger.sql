-- Money is counted in minor units of its currency. Only wallets keep a balance: a shared account
-- such as sales is the sum of its postings, so that no row is a queue of all customers.
create table account (
  id uuid primary key,
  kind text not null check (kind in ('WALLET', 'SALES', 'GATEWAY')),
  owner uuid,
  currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
  balance bigint,
  version bigint not null default 0,
  unique (id, currency),
  constraint wallets_have_owner_and_balance
    check ((kind = 'WALLET') = (owner is not null) and (kind = 'WALLET') = (balance is not null)),
  constraint wallet_is_never_overdrawn check (balance >= 0)
) with (fillfactor = 70);
create unique index account_one_wallet on account (owner, currency) where kind = 'WALLET';
create unique index account_one_of_the_shop on account (kind, currency) where owner is null;

create table ledger_transaction (
  id uuid primary key,
  kind text not null check (kind in ('DEPOSIT', 'WITHDRAWAL', 'WITHDRAWAL_REVERSAL', 'CHARGE')),
  reference uuid not null,
  occurred_at timestamptz not null,
  unique (kind, reference)
);
create index ledger_transaction_by_reference on ledger_transaction (reference);

create table posting (
  id bigint generated always as identity primary key,
  transaction_id uuid not null references ledger_transaction,
  source uuid not null,
  destination uuid not null,
  amount bigint not null check (amount > 0),
  currency char(3) not null,
  foreign key (source, currency) references account (id, currency),
  foreign key (destination, currency) references account (id, currency),
  constraint money_moves check (source <> destination)
);
create index posting_by_transaction on posting (transaction_id);
create index posting_by_source on posting (source, id);
create index posting_by_destination on posting (destination, id);

create table payment (
  id uuid primary key,
  order_id uuid not null unique,
  user_id uuid not null,
  method text not null check (method in ('WALLET')),
  status text not null check (status in ('CAPTURED')),
  currency char(3) not null,
  amount bigint not null check (amount >= 0),
  authorized bigint not null,
  captured bigint not null,
  refunded bigint not null default 0,
  created_at timestamptz not null,
  version bigint not null default 0,
  constraint refunded_captured_authorized
    check (0 <= refunded and refunded <= captured and captured <= authorized and authorized <= amount)
);
create index payment_by_user on payment (user_id, id);

-- What a gateway was asked for, written before it is asked.
create table gateway_transfer (
  id uuid primary key,
  user_id uuid not null,
  direction text not null check (direction in ('IN', 'OUT')),
  status text not null check (status in ('PENDING', 'COMPLETED', 'REFUSED')),
  currency char(3) not null,
  amount bigint not null check (amount > 0),
  gateway text not null,
  created_at timestamptz not null,
  version bigint not null default 0
);
create index gateway_transfer_open on gateway_transfer (created_at) where status = 'PENDING';

create table idempotency_key (
  caller uuid not null,
  operation text not null,
  key text not null check (length(key) between 1 and 255),
  fingerprint text not null,
  answer text not null,
  answered_at timestamptz not null default now(),
  primary key (caller, operation, key)
);

create table outbox (
  seq bigint generated always as identity primary key,
  event_id uuid not null unique,
  type text not null,
  aggregate_id uuid not null,
  occurred_at timestamptz not null,
  payload text not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed', tg_table_name using errcode = 'restrict_violation';
end
$$;
create trigger postings_are_final before update or delete on posting
  for each statement execute function refuse_change();
create trigger ledger_transactions_are_final before update or delete on ledger_transaction
  for each statement execute function refuse_change();
