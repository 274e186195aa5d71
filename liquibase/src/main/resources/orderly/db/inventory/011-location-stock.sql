create unique index stock_item_at_location on stock_item (product_id, location_id);
