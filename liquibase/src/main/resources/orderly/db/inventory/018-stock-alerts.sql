-- What was last told about the availability: only a change is told.
alter table stock_item add column alert text not null default 'NORMAL'
  constraint stock_item_alert check (alert in ('NORMAL', 'LOW', 'DEPLETED'));
update stock_item set alert = case when on_hand = reserved then 'DEPLETED' else 'LOW' end
where on_hand = reserved or on_hand - reserved <= low_stock_threshold;

-- What waits under the former name of the event.
update outbox set type = 'StockRunningLow' where type = 'StockRanLow';
