-- What came back is looked up by its return when the books are checked.
create index goods_come_back on stock_movement (reference) include (quantity)
  where reason = 'returned' and reference is not null;
