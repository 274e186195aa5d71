create unique index reservation_at_location on reservation (order_id, product_id, location_id);
create index reservation_live_at_location on reservation (product_id, location_id)
  include (quantity, fulfilled, released) where quantity > fulfilled + released;
