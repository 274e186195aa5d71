-- Where stock is kept. One location for now; all rows that there are lie in it. A constant default rewrites no table.
create table stock_location (
  id int primary key check (id > 0),
  code text not null unique check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 40),
  name text not null check (length(name) between 1 and 100)
);
insert into stock_location (id, code, name) values (1, 'main', 'Main');

alter table stock_item add column location_id int not null default 1;
alter table reservation add column location_id int not null default 1;
alter table stock_movement add column location_id int not null default 1;
