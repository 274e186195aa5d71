-- Whose product a line was when it was ordered; null for the shop itself, and for what was ordered
-- before this was kept.
alter table order_line add column vendor uuid;
create index order_line_by_vendor on order_line (vendor, order_id desc) where vendor is not null;
