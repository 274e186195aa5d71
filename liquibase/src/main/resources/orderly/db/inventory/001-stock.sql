create table stock_item (
  product_id uuid primary key,
  scale smallint not null check (scale between 0 and 8),
  on_hand numeric(20, 8) not null,
  reserved numeric(20, 8) not null default 0,
  low_stock_threshold numeric(20, 8) check (low_stock_threshold >= 0),
  version bigint not null default 0,
  constraint stock_is_never_oversold check (on_hand >= reserved and reserved >= 0),
  constraint stock_fits_scale check (round(on_hand, scale) = on_hand and round(reserved, scale) = reserved)
) with (fillfactor = 70);

create table stock_movement (
  id bigint generated always as identity primary key,
  product_id uuid not null references stock_item,
  quantity numeric(20, 8) not null check (quantity <> 0),
  reason text not null check (length(reason) between 1 and 200),
  occurred_at timestamptz not null
);
create index stock_movement_by_product on stock_movement (product_id);

create table reservation_set (
  order_id uuid primary key,
  status text not null check (status in ('LIVE')),
  reserved_at timestamptz not null
);

create table reservation (
  order_id uuid not null references reservation_set,
  product_id uuid not null references stock_item,
  quantity numeric(20, 8) not null check (quantity > 0),
  primary key (order_id, product_id)
);
create index reservation_by_product on reservation (product_id);

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
create trigger movements_are_final before update or delete on stock_movement
  for each statement execute function refuse_change();
