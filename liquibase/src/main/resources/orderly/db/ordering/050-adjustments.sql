-- What changes the price of an order or of a line, and why: discounts, taxes, shipping, fees. Amounts are minor units
-- of the order's currency, added to the total. Like lines they belong to a revision and are never changed.
create table order_adjustment (
  order_id uuid not null references orders,
  revision int not null check (revision >= 0),
  position int not null check (position between 0 and 49),
  kind text not null check (kind in ('DISCOUNT', 'TAX', 'SHIPPING', 'FEE')),
  label text not null check (length(label) between 1 and 100),
  amount bigint not null check (amount <> 0),
  source text not null check (source ~ '^[a-z][a-z-]{0,29}:[A-Za-z0-9][A-Za-z0-9._-]{0,69}$'),
  primary key (order_id, revision, position),
  constraint order_discount_lowers_the_price check (kind <> 'DISCOUNT' or amount < 0)
);
create table order_line_adjustment (
  order_id uuid not null,
  revision int not null,
  line int not null,
  position int not null check (position between 0 and 19),
  kind text not null check (kind in ('DISCOUNT', 'TAX', 'SHIPPING', 'FEE')),
  label text not null check (length(label) between 1 and 100),
  amount bigint not null check (amount <> 0),
  source text not null check (source ~ '^[a-z][a-z-]{0,29}:[A-Za-z0-9][A-Za-z0-9._-]{0,69}$'),
  primary key (order_id, revision, line, position),
  foreign key (order_id, revision, line) references order_line (order_id, revision, position),
  constraint line_discount_lowers_the_price check (kind <> 'DISCOUNT' or amount < 0)
);
create trigger adjustments_are_final before update or delete on order_adjustment
  for each statement execute function refuse_change();
create trigger line_adjustments_are_final before update or delete on order_line_adjustment
  for each statement execute function refuse_change();

-- The number of adjustments of the current revision, in both tables. Orders without any read and check neither.
alter table orders add column adjustments int not null default 0 check (adjustments >= 0);

-- The sum of a line's adjustments and of its share of the order's discounts and taxes: what its goods cost is
-- line_total + adjusted.
alter table order_line add column adjusted bigint not null default 0;
alter table order_line add constraint goods_cost_no_less_than_nothing check (line_total + adjusted >= 0);

create or replace function require_total(checked uuid) returns void language plpgsql as $$
declare
  told bigint;
  summed bigint;
begin
  select o.total,
         (select sum(l.line_total + l.adjusted) from order_line l
          where l.order_id = o.id and l.revision = o.revision)
         + case when o.adjustments = 0 then 0 else
             (select coalesce(sum(a.amount), 0) from order_adjustment a
              where a.order_id = o.id and a.revision = o.revision and a.kind in ('SHIPPING', 'FEE')) end
    into told, summed from orders o where o.id = checked;
  if told is distinct from summed then
    raise exception 'total % of order % is not the sum of its lines and adjustments, %', told, checked, summed
      using errcode = 'check_violation', constraint = 'total_is_sum_of_lines';
  end if;
end
$$;

-- Every adjustment is counted, and those of goods are what the lines were adjusted by (I6).
create function require_adjustments(checked uuid) returns void language plpgsql as $$
declare
  counted bigint;
  found bigint;
  adjusted numeric;
  explained numeric;
begin
  select o.adjustments, of_order.rows + of_lines.rows, lines.adjusted, of_order.amount + of_lines.amount
    into counted, found, adjusted, explained
    from orders o
    cross join lateral (
      select count(*) as rows, coalesce(sum(amount) filter (where kind in ('DISCOUNT', 'TAX')), 0) as amount
      from order_adjustment where order_id = o.id and revision = o.revision) of_order
    cross join lateral (
      select count(*) as rows, coalesce(sum(amount), 0) as amount
      from order_line_adjustment where order_id = o.id and revision = o.revision) of_lines
    cross join lateral (
      select coalesce(sum(l.adjusted), 0) as adjusted
      from order_line l where l.order_id = o.id and l.revision = o.revision) lines
    where o.id = checked;
  if counted is distinct from found or adjusted is distinct from explained then
    raise exception '% adjustments of order % are % in its lines, but % found add up to %',
        counted, checked, adjusted, found, explained
      using errcode = 'check_violation', constraint = 'adjustments_add_up';
  end if;
end
$$;

create or replace function order_total_is_sum() returns trigger language plpgsql as $$
begin
  perform require_total(new.id);
  if new.adjustments > 0 then
    perform require_adjustments(new.id);
  end if;
  return null;
end
$$;
drop trigger total_is_sum_of_lines on orders;
create constraint trigger total_is_sum_of_lines after insert or update of total, revision, adjustments on orders
  deferrable initially deferred for each row execute function order_total_is_sum();

-- At the end of the transaction, since an order is written before its adjustments.
create function adjustments_add_up() returns trigger language plpgsql as $$
begin
  perform require_total(new.order_id);
  perform require_adjustments(new.order_id);
  return null;
end
$$;
create constraint trigger adjustments_add_up after insert on order_adjustment
  deferrable initially deferred for each row execute function adjustments_add_up();
create constraint trigger line_adjustments_add_up after insert on order_line_adjustment
  deferrable initially deferred for each row execute function adjustments_add_up();

-- What so much of a line cost, as OrderedLine rounds it: once, half up. All of it cost line_total + adjusted.
create function charged_for(part numeric, quantity numeric, unit_price bigint, adjusted bigint)
returns numeric language sql immutable as $$
  select div(2 * part * (unit_price * quantity + adjusted) + quantity, 2 * quantity)
$$;

create or replace function returns_within_line() returns trigger language plpgsql as $$
declare
  paid bigint;
  back bigint;
begin
  select l.line_total + l.adjusted into paid
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
