-- One row for each statement that changed products or categories, in the transaction of the change: what a cache of
-- the catalogue compares, so that it learns of every committed change, whoever wrote it. The transaction's id orders
-- the rows, since numbers are given before the commit and become visible in another order. The horizon is the oldest
-- transaction that was running when the row was written: rows of older transactions were all visible or never will be.
create table catalog_change (
  seq bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  horizon xid8 not null default pg_snapshot_xmin(pg_current_snapshot()),
  changed_at timestamptz not null default clock_timestamp()
);
create index catalog_change_by_transaction on catalog_change (xid);
create index catalog_change_by_age on catalog_change (changed_at);

create function note_catalog_change() returns trigger language plpgsql as $$
begin
  insert into catalog_change default values;
  return null;
end
$$;

create trigger product_changes_are_noted
  after insert or update or delete or truncate on product
  for each statement execute function note_catalog_change();
create trigger category_changes_are_noted
  after insert or update or delete or truncate on category
  for each statement execute function note_catalog_change();
