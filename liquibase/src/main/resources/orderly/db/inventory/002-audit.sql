-- Sums by product are read off the index alone, when the books are checked.
create index stock_movement_sums on stock_movement (product_id) include (quantity);
drop index stock_movement_by_product;
create index reservation_sums on reservation (product_id) include (quantity);
drop index reservation_by_product;
create index reservation_set_ended on reservation_set (order_id) where status <> 'LIVE';
