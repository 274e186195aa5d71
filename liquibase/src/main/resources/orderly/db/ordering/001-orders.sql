create sequence order_number;

create table orders (
  id uuid primary key,
  number text not null unique,
  user_id uuid not null,
  cart_id uuid unique,
  status text not null check (status in ('PLACED', 'CONFIRMED')),
  payment_method text not null check (payment_method in ('WALLET')),
  currency char(3) not null,
  total bigint not null check (total >= 0),
  ship_name text not null,
  ship_street text not null,
  ship_city text not null,
  ship_state text,
  ship_postal_code text not null,
  ship_country text not null,
  placed_at timestamptz not null,
  version bigint not null default 0
);
create index orders_by_user on orders (user_id, id desc);
create index orders_by_age on orders (id desc);

create table order_line (
  order_id uuid not null references orders,
  position int not null check (position >= 0),
  product_id uuid not null,
  sku text not null,
  name text not null,
  quantity numeric(20, 8) not null check (quantity > 0),
  unit_price bigint not null check (unit_price >= 0),
  line_total bigint not null,
  primary key (order_id, position),
  unique (order_id, product_id),
  constraint line_total_is_rounded_product check (line_total = round(quantity * unit_price))
);
create index order_line_by_product on order_line (product_id);

create table order_transition (
  order_id uuid not null references orders,
  step int not null check (step >= 0),
  from_status text,
  to_status text not null,
  occurred_at timestamptz not null,
  event_id uuid not null unique,
  event_type text not null,
  primary key (order_id, step),
  constraint first_step_comes_from_nothing check ((step = 0) = (from_status is null))
);

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
create trigger transitions_are_final before update or delete on order_transition
  for each statement execute function refuse_change();
create trigger lines_are_final before update or delete on order_line
  for each statement execute function refuse_change();
