-- The kind of each movement, what it changed of the reserved quantity, and who caused it.
alter table stock_movement add column kind text not null default 'ADJUSTMENT';
alter table stock_movement add column reserved_change numeric(20, 8) not null default 0;
alter table stock_movement add column actor text check (length(actor) <= 200);

-- Earlier movements say their kind by their reason alone. Shipping, returning and adjusting wait meanwhile; checkouts do not.
alter table stock_movement disable trigger movements_are_final;
update stock_movement set kind = case
    when reason = 'initial stock' then 'RECEIPT'
    when reason = 'shipped' then 'SALE'
    when reason = 'returned' then 'RETURN'
    else 'SHRINKAGE' end
where reason = 'initial stock' and quantity > 0
   or reference is not null and reason in ('shipped', 'returned', 'written off');
alter table stock_movement enable trigger movements_are_final;
alter table stock_movement alter column kind drop default;

-- A reservation changes what is reserved and nothing on hand.
alter table stock_movement drop constraint stock_movement_quantity_check;
alter table stock_movement add constraint movement_fits_its_kind check (case kind
  when 'RECEIPT' then quantity > 0 and reserved_change = 0
  when 'SALE' then quantity < 0 and reserved_change in (0, quantity)
  when 'RETURN' then quantity > 0 and reserved_change = 0
  when 'ADJUSTMENT' then quantity <> 0 and reserved_change = 0
  when 'TRANSFER' then quantity <> 0 and reserved_change = 0
  when 'SHRINKAGE' then quantity < 0 and reserved_change = 0
  when 'STOCK_TAKE' then quantity <> 0 and reserved_change = 0
  when 'RESERVATION' then quantity = 0 and reserved_change > 0
  when 'RELEASE' then quantity = 0 and reserved_change < 0
  else false end);

-- A reservation is its own record until it is changed, released or shipped: only then its movement is written, with the time
-- at which it was made. So a checkout writes no movement.
alter table reservation add column recorded boolean not null default true;
alter table reservation alter column recorded set default false;
update reservation set recorded = false
where quantity > fulfilled + released and fulfilled = 0 and released = 0;
insert into stock_movement
  (product_id, location_id, kind, quantity, reserved_change, reason, occurred_at, reference)
select r.product_id, r.location_id, 'RESERVATION', 0, r.quantity - r.fulfilled - r.released,
       'carried over', s.reserved_at, r.order_id
from reservation r join reservation_set s using (order_id)
where r.recorded and r.quantity > r.fulfilled + r.released;
