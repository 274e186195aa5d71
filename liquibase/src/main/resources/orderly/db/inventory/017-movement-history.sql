-- History by product, and sums up to a time: both are read off this index alone.
create index stock_movement_history on stock_movement (product_id, occurred_at)
  include (location_id, quantity, reserved_change);
drop index stock_movement_sums;

create index reservation_live_recorded on reservation (product_id, location_id)
  include (quantity, fulfilled, released, recorded) where quantity > fulfilled + released;
drop index reservation_live;
alter index reservation_live_recorded rename to reservation_live;
