-- Lists of orders, narrowed: the id leads through them all, since it tells the time.
create index orders_by_status on orders (status, id desc);
create index order_line_by_sku on order_line (sku, order_id desc);
