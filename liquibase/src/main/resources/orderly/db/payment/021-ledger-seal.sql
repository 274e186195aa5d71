-- The chain over the ledger: one seal for each transaction, made after its commit.
create table ledger_seal (
  seq            bigint primary key,
  transaction_id uuid not null unique,
  previous       bytea not null,
  hash           bytea not null
);

-- The last seal's number and hash, which only the sealer moves on.
create table ledger_head (
  only_row boolean primary key default true check (only_row),
  seq      bigint not null,
  hash     bytea not null
);
insert into ledger_head (seq, hash) values (0, decode(repeat('00', 32), 'hex'));

create trigger seals_are_final before update or delete or truncate on ledger_seal
  for each statement execute function refuse_change();
create trigger head_stays before delete or truncate on ledger_head
  for each statement execute function refuse_change();
