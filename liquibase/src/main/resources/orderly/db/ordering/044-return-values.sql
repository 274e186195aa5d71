-- What returned goods were paid for, fixed when they are received. Values of one line of an order add up to what so
-- much of it cost together: many small returns are not rounded each for itself.
alter table return_item add column requested_value bigint not null default 0 check (requested_value >= 0);
alter table return_item add column received_value bigint not null default 0 check (received_value >= 0);

update return_item i
set requested_value = round(summed.taken * i.unit_price)
                      - round((summed.taken - summed.now_taken) * i.unit_price),
    received_value = round(summed.received * i.unit_price)
                     - round((summed.received - i.received) * i.unit_price)
from (select item.return_id, item.position, item.quantity as now_taken,
             sum(case when r.status = 'REFUSED' then 0
                      when r.status = 'COMPLETED' then item.received
                      else item.quantity end) over earlier
               + case when r.status = 'REFUSED' then item.quantity
                      when r.status = 'COMPLETED' then item.quantity - item.received
                      else 0 end as taken,
             sum(item.received) over earlier as received
      from return_item item join order_return r on r.id = item.return_id
      window earlier as (partition by r.order_id, item.product_id order by r.id)) summed
where summed.return_id = i.return_id and summed.position = i.position;

-- The goods of a line that came back were never paid more than the line (I6), held here as well.
create function returns_within_line() returns trigger language plpgsql as $$
declare
  paid bigint;
  back bigint;
begin
  select l.line_total into paid
    from order_return r join orders o on o.id = r.order_id
    join order_line l on l.order_id = o.id and l.revision = o.revision
                         and l.product_id = new.product_id
    where r.id = new.return_id;
  select sum(i.received_value) into back
    from order_return r join order_return other on other.order_id = r.order_id
    join return_item i on i.return_id = other.id and i.product_id = new.product_id
    where r.id = new.return_id;
  if back > coalesce(paid, 0) then
    raise exception 'returns of product % give back %, its line cost %', new.product_id, back, paid
      using errcode = 'check_violation', constraint = 'returns_within_line';
  end if;
  return null;
end
$$;
create trigger returns_within_line after insert or update of received_value on return_item
  for each row when (new.received_value > 0) execute function returns_within_line();
