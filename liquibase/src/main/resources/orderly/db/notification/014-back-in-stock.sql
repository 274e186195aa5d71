--liquibase formatted sql

--changeset orderly:back-in-stock
create table back_in_stock_request (
  product_id   uuid not null,
  user_id      uuid not null,
  requested_at timestamptz not null,
  primary key (product_id, user_id)
);
create index back_in_stock_request_by_user on back_in_stock_request (user_id);

--changeset orderly:stock-running-low
update webhook set events = array_replace(events, 'StockRanLow', 'StockRunningLow')
where 'StockRanLow' = any (events);
