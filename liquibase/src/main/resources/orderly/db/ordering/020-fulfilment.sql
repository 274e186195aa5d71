-- Goods that left the house together. A vendor's shipment holds lines of that vendor alone.
create table shipment (
  id uuid primary key,
  order_id uuid not null references orders,
  status text not null check (status in ('SHIPPED', 'DELIVERED')),
  carrier text not null check (length(carrier) between 1 and 100),
  tracking_number text check (length(tracking_number) between 1 and 100),
  shipped_at timestamptz not null,
  delivered_at timestamptz,
  constraint delivered_is_dated check ((status = 'DELIVERED') = (delivered_at is not null))
);
create index shipment_by_order on shipment (order_id, id);
create index shipment_on_its_way on shipment (shipped_at) where status = 'SHIPPED';

-- As it was ordered; how much of it is in this shipment.
create table shipment_item (
  shipment_id uuid not null references shipment,
  position int not null check (position >= 0),
  product_id uuid not null,
  sku text not null,
  name text not null,
  vendor uuid,
  quantity numeric(20, 8) not null check (quantity > 0),
  primary key (shipment_id, position),
  unique (shipment_id, product_id)
);
create trigger shipped_goods_are_final before update or delete on shipment_item
  for each statement execute function refuse_change();

-- Goods that a buyer sends back.
create table order_return (
  id uuid primary key,
  order_id uuid not null references orders,
  status text not null
    check (status in ('REQUESTED', 'APPROVED', 'REFUSED', 'RECEIVED', 'COMPLETED')),
  reason text not null check (length(reason) between 1 and 500),
  refusal text check (length(refusal) between 1 and 500),
  requested_at timestamptz not null,
  changed_at timestamptz not null,
  constraint refused_for_a_reason check ((status = 'REFUSED') = (refusal is not null))
);
create index order_return_by_order on order_return (order_id, id);
create index order_return_by_status on order_return (status, id desc);

-- What is to come back, what has come, and what became of it. Prices are those of the order.
create table return_item (
  return_id uuid not null references order_return,
  position int not null check (position >= 0),
  product_id uuid not null,
  sku text not null,
  name text not null,
  vendor uuid,
  unit_price bigint not null check (unit_price >= 0),
  quantity numeric(20, 8) not null check (quantity > 0),
  received numeric(20, 8) not null default 0 check (received >= 0),
  restocked numeric(20, 8) not null default 0 check (restocked >= 0),
  written_off numeric(20, 8) not null default 0 check (written_off >= 0),
  primary key (return_id, position),
  unique (return_id, product_id),
  constraint no_more_comes_than_was_announced check (received <= quantity),
  constraint no_piece_is_handled_twice check (restocked + written_off <= received)
);
create index return_item_by_vendor on return_item (vendor, return_id desc)
  where vendor is not null;
