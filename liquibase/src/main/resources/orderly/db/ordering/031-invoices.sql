-- How far each year has counted; whoever takes the next number holds the row until the invoice is
-- written, so that no number is lost.
create table invoice_series (
  year int primary key check (year between 1970 and 9999),
  last_number bigint not null check (last_number > 0)
);

create table invoice (
  order_id uuid primary key references orders,
  year int not null references invoice_series,
  number bigint not null check (number > 0),
  issued_at timestamptz not null,
  recipient text not null,
  content text not null,
  unique (year, number)
);
comment on column invoice.recipient is 'an address as JSON; the only thing that changes, when somebody is forgotten';
comment on column invoice.content is 'what the invoice says, as JSON';

create function refuse_other_invoice() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if (new.order_id, new.year, new.number, new.issued_at, new.content)
        is not distinct from (old.order_id, old.year, old.number, old.issued_at, old.content) then
      return new;
    end if;
  end if;
  raise exception 'invoices are never changed' using errcode = 'restrict_violation';
end
$$;
create trigger invoices_are_final before update or delete on invoice
  for each row execute function refuse_other_invoice();
