-- Which network an order that waits for its money came from; forgotten as soon as it waits no more.
alter table orders add column placed_from text check (length(placed_from) <= 64);
create index orders_unpaid_by_address on orders (placed_from) where placed_from is not null;

create function forget_origin() returns trigger language plpgsql as $$
begin
  new.placed_from = null;
  return new;
end
$$;
create trigger paid_orders_forget_where_they_came_from before update on orders
  for each row when (new.expires_at is null and new.placed_from is not null)
  execute function forget_origin();
