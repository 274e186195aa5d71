-- Reads the tables, while others write to them.
alter table stock_item validate constraint stock_item_location_fkey;
alter table reservation validate constraint reservation_stock_item_fkey;
alter table stock_movement validate constraint stock_movement_stock_item_fkey;
