-- What a gateway is asked to reserve for an order that is about to be placed: written before it is
-- asked. The transaction that places the order makes it PLACED; whatever is not placed in time is
-- given up. Both change the row, so one of them wins.
create table card_intent (
  id uuid primary key,
  request_id uuid not null,
  order_id uuid not null,
  user_id uuid not null,
  currency char(3) not null,
  amount bigint not null check (amount > 0),
  fingerprint text,
  token_hash text not null,
  gateway text not null,
  reference text check (length(reference) <= 255),
  next_url text check (length(next_url) <= 2000),
  next_secret text check (length(next_secret) <= 500),
  state text not null check (state in
    ('ASKED', 'HELD', 'STEP', 'DECLINED', 'PLACED', 'RELEASING', 'RELEASED')),
  attempts int not null default 0,
  due_at timestamptz not null,
  created_at timestamptz not null default now()
) with (fillfactor = 80);
create unique index card_intent_of_request on card_intent (request_id)
  where state in ('ASKED', 'HELD', 'STEP', 'PLACED');
create index card_intent_due on card_intent (due_at)
  where state in ('ASKED', 'HELD', 'STEP', 'RELEASING');
create index card_intent_by_order on card_intent (order_id);
