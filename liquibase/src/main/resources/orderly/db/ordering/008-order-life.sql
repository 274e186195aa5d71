alter table orders drop constraint orders_status_check;
alter table orders add constraint orders_status_check check (status in
  ('PLACED', 'CONFIRMED', 'PROCESSING', 'PARTIALLY_SHIPPED', 'SHIPPED', 'DELIVERED', 'RETURNED',
   'CANCELLED'));
alter table orders drop constraint orders_payment_method_check;
alter table orders add constraint orders_payment_method_check check (payment_method in
  ('WALLET', 'CARD', 'INVOICE', 'SPLIT'));

-- Until when an order waits for its money; null once it waits no more.
alter table orders add column expires_at timestamptz;
alter table orders add constraint only_placed_orders_expire
  check (expires_at is null or status = 'PLACED');
create index orders_expiring on orders (expires_at) where expires_at is not null;

-- Somebody without an account; user_id is then derived from the address.
alter table orders add column guest_email text check (length(guest_email) <= 254);
create index orders_by_guest on orders (guest_email, id desc) where guest_email is not null;

-- Lines are never changed: an edited order has new ones, of its next revision.
alter table orders add column revision int not null default 0 check (revision >= 0);
alter table order_line add column revision int not null default 0 check (revision >= 0);
alter table order_line drop constraint order_line_pkey;
alter table order_line add primary key (order_id, revision, position);
alter table order_line drop constraint order_line_order_id_product_id_key;
alter table order_line add unique (order_id, revision, product_id);

-- Who made the step, and why if they said so.
alter table order_transition add column actor text not null default 'system';
alter table order_transition add column reason text check (length(reason) <= 500);
