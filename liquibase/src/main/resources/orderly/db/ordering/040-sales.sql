-- What each order counts for now: from when it is confirmed until it is called off, in the quarter of
-- an hour in which it was confirmed. Every zone's days are made of whole quarters.
create view sales_now as
select o.id as order_id, o.user_id as buyer,
  date_bin('15 minutes', t.occurred_at, timestamptz '2000-01-01 00:00:00+00') as bucket,
  o.currency::text as currency, o.total as revenue, o.revision
from orders o
join order_transition t
  on t.order_id = o.id and t.from_status = 'PLACED' and t.to_status = 'CONFIRMED'
where o.status not in ('PLACED', 'CANCELLED');

-- What each order is counted for in the summaries below.
create table sales_order (
  order_id uuid primary key,
  buyer uuid not null,
  bucket timestamptz not null,
  currency text not null,
  revenue bigint not null
);
create index sales_order_by_bucket on sales_order (bucket);
create index sales_order_by_buyer on sales_order (buyer, bucket);

create table sales_order_line (
  order_id uuid not null,
  product_id uuid not null,
  units numeric(20, 8) not null,
  revenue bigint not null,
  primary key (order_id, product_id)
);

create table sales_refund (
  event_id uuid primary key,
  order_id uuid not null,
  bucket timestamptz not null,
  currency text not null,
  amount bigint not null
);
create index sales_refund_by_bucket on sales_refund (bucket);

-- The summaries, a row for each quarter of an hour in which something happened.
create table sales_summary (
  bucket timestamptz not null,
  currency text not null,
  orders bigint not null default 0,
  revenue bigint not null default 0,
  units numeric(30, 8) not null default 0,
  refunds bigint not null default 0,
  refunded bigint not null default 0,
  primary key (bucket, currency)
);
create table sales_of_product (
  bucket timestamptz not null,
  currency text not null,
  product_id uuid not null,
  orders bigint not null,
  revenue bigint not null,
  units numeric(30, 8) not null,
  primary key (bucket, currency, product_id)
);
