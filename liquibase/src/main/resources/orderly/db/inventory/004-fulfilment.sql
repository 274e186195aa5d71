-- What of a promise has left the house, and what was given up again; the rest is live.
alter table reservation
  add column fulfilled numeric(20, 8) not null default 0 check (fulfilled >= 0),
  add column released numeric(20, 8) not null default 0 check (released >= 0),
  add constraint no_promise_is_kept_twice check (quantity >= fulfilled + released);

alter table reservation_set drop constraint reservation_set_status_check;
alter table reservation_set
  add constraint reservation_set_status_check check (status in ('LIVE', 'FULFILLED', 'RELEASED'));

-- Only live promises are summed up when the books are checked, off the index alone.
create index reservation_live on reservation (product_id) include (quantity, fulfilled, released)
  where quantity > fulfilled + released;
drop index reservation_sums;
drop index reservation_set_ended;

-- The shipment that took the goods away or the return that brought them back.
alter table stock_movement add column reference uuid;
create unique index goods_leave_once on stock_movement (reference, product_id)
  where reason = 'shipped' and reference is not null;
