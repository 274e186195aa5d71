create index stock_movement_sums_at_location on stock_movement (product_id, location_id) include (quantity);
create unique index goods_leave_a_location_once on stock_movement (reference, product_id, location_id)
  where reason = 'shipped' and reference is not null;
