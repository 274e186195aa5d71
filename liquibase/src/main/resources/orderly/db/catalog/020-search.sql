-- The words of a product come from the shop's own rule (org.orderly.catalog.words): the parser of a database cuts
-- texts as its locale says. Whoever writes a product writes its words too. Rows whose texts were written by anybody
-- else are marked, and a job writes their words; until then they are found by their former words.
alter table product alter column search drop expression;
alter table product alter column search set default '';
alter table product
  add column search_source varchar(32),
  add column sku_key varchar(160) collate "C" not null default '',
  add column name_key varchar(160) collate "C" not null default '',
  add column brand_key varchar(160) collate "C" not null default '';

create function mark_outdated_search() returns trigger language plpgsql as $$
begin
  if new.search_source is distinct from
      md5(concat_ws(chr(31), new.sku, new.name, coalesce(new.brand, ''), new.description)) then
    new.search_source := null;
  end if;
  return new;
end
$$;
create trigger product_search_is_current
  before insert or update of sku, name, brand, description, search_source on product
  for each row execute function mark_outdated_search();

create index product_search_outdated on product (id) where search_source is null and withdrawn_at is null;
create index product_sku_key on product (sku_key) where withdrawn_at is null;
create index product_brand on product (brand_key, popularity desc, id desc) where withdrawn_at is null;
create index product_price on product (price_currency, price_minor, id) where withdrawn_at is null;
create index product_newest on product (id) where withdrawn_at is null;
create index product_by_name on product (name_key, id) where withdrawn_at is null;
