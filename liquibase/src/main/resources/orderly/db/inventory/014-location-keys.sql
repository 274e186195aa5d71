-- The keys change to the indexes that were built before; nothing is read or written here but the catalogue.
alter table reservation drop constraint reservation_product_id_fkey;
alter table stock_movement drop constraint stock_movement_product_id_fkey;

alter table stock_item drop constraint stock_item_pkey;
alter table stock_item add constraint stock_item_pkey primary key using index stock_item_at_location;
alter table stock_item add constraint stock_item_location_fkey
  foreign key (location_id) references stock_location not valid;

alter table reservation drop constraint reservation_pkey;
alter table reservation add constraint reservation_pkey primary key using index reservation_at_location;
alter table reservation add constraint reservation_stock_item_fkey
  foreign key (product_id, location_id) references stock_item not valid;

alter table stock_movement add constraint stock_movement_stock_item_fkey
  foreign key (product_id, location_id) references stock_item not valid;

drop index reservation_live;
alter index reservation_live_at_location rename to reservation_live;
drop index stock_movement_sums;
alter index stock_movement_sums_at_location rename to stock_movement_sums;
drop index goods_leave_once;
alter index goods_leave_a_location_once rename to goods_leave_once;
