-- Who writes the row first has decided the transaction: C by the transaction itself, in its own
-- commit; A by a resolver that found branches of it left behind. See the commit module.
create table tx_decision (
  global_id text primary key,
  outcome char(1) not null check (outcome in ('C', 'A')),
  decided_at timestamptz not null default now()
);
create index tx_decision_by_age on tx_decision (decided_at) where outcome = 'C';

-- What resolvers did, for people.
create table tx_resolution (
  id bigint generated always as identity primary key,
  global_id text not null,
  database text not null,
  action text not null check (action in ('COMMITTED', 'ROLLED_BACK')),
  prepared_at timestamptz not null,
  resolved_at timestamptz not null default now(),
  instance text not null
);
