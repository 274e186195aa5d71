-- The total of an order is the sum of its current lines (I6), held here as well: at the end of a transaction that
-- placed or edited it, and at once when lines are added. Both look lines up by the key they are stored under.
create function require_total(checked uuid) returns void language plpgsql as $$
declare
  told bigint;
  summed bigint;
begin
  select o.total, (select sum(l.line_total) from order_line l
                   where l.order_id = o.id and l.revision = o.revision)
    into told, summed from orders o where o.id = checked;
  if told is distinct from summed then
    raise exception 'total % of order % is not the sum of its lines, %', told, checked, summed
      using errcode = 'check_violation', constraint = 'total_is_sum_of_lines';
  end if;
end
$$;
create function order_total_is_sum() returns trigger language plpgsql as $$
begin
  perform require_total(new.id);
  return null;
end
$$;
create constraint trigger total_is_sum_of_lines after insert or update of total, revision on orders
  deferrable initially deferred for each row execute function order_total_is_sum();

-- Lines of the revision that the order has: another line would change what it costs.
create function lines_sum_to_total() returns trigger language plpgsql as $$
begin
  perform require_total(order_id) from (select distinct order_id from added) orders_of_lines;
  return null;
end
$$;
create trigger lines_sum_to_total after insert on order_line referencing new table as added
  for each statement execute function lines_sum_to_total();
