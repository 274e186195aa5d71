alter table stock_location add column closed_at timestamptz;

-- Goods in transit lie at no location: they have left one and not yet come to the other.
create table stock_transfer (
  id uuid primary key,
  source_id int not null references stock_location,
  target_id int not null references stock_location,
  status text not null check (status in ('IN_TRANSIT', 'RECEIVED', 'CANCELLED')),
  reason text not null check (length(reason) between 1 and 200),
  sent_by text not null check (length(sent_by) <= 200),
  sent_at timestamptz not null,
  ended_by text check (length(ended_by) <= 200),
  ended_at timestamptz,
  constraint goods_go_elsewhere check (source_id <> target_id),
  constraint transfer_ends_once check ((status = 'IN_TRANSIT') = (ended_at is null))
);
create index stock_transfer_open on stock_transfer (id) where status = 'IN_TRANSIT';

create table stock_transfer_item (
  transfer_id uuid not null references stock_transfer,
  product_id uuid not null,
  quantity numeric(20, 8) not null check (quantity > 0),
  primary key (transfer_id, product_id)
);
create index stock_transfer_item_by_product on stock_transfer_item (product_id);

-- What the movements of a transfer add up to is compared with its status.
create index goods_in_transfer on stock_movement (reference) include (quantity)
  where kind = 'TRANSFER' and reference is not null;
