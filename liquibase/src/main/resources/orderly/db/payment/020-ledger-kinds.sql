-- More of the shop's own accounts, and money that a customer has but cannot spend at present.
alter table account drop constraint account_kind_check;
alter table account add constraint account_kind_check check (kind in
  ('WALLET', 'HELD', 'SALES', 'GATEWAY', 'BANK', 'FEES', 'DISPUTES', 'LOSSES'));
alter table account drop constraint wallets_have_owner_and_balance;
alter table account add constraint customers_accounts_have_owner_and_balance check (
  (kind in ('WALLET', 'HELD')) = (owner is not null)
  and (kind in ('WALLET', 'HELD')) = (balance is not null));
alter table account add constraint account_holds_what_money_can_say
  check (balance <= 1000000000000000);
create unique index account_one_held on account (owner, currency) where kind = 'HELD';
create index account_by_kind on account (kind, id);

alter table ledger_transaction drop constraint ledger_transaction_kind_check;
alter table ledger_transaction add constraint ledger_transaction_kind_check check (kind in
  ('DEPOSIT', 'WITHDRAWAL', 'WITHDRAWAL_REVERSAL', 'PAYOUT', 'HOLD', 'RELEASE', 'CHARGE', 'CAPTURE',
   'INVOICE_PAID', 'REFUND', 'FEE', 'DISPUTE_OPENED', 'DISPUTE_WON', 'DISPUTE_LOST', 'REVERSAL'));
alter table ledger_transaction add column payment_id uuid;
alter table ledger_transaction add column actor text;
alter table ledger_transaction add column reason text check (length(reason) <= 500);

-- What was booked before there was more than one payment for an order.
alter table ledger_transaction disable trigger ledger_transactions_are_final;
update ledger_transaction t set payment_id = p.id
from payment p where t.kind = 'CHARGE' and t.reference = p.order_id;
alter table ledger_transaction enable trigger ledger_transactions_are_final;
create index ledger_transaction_by_payment on ledger_transaction (payment_id)
  where payment_id is not null;

-- What is still to be sealed into the chain; the shop puts its own transactions here, nobody else's.
create table ledger_unsealed (
  transaction_id uuid primary key
);
insert into ledger_unsealed select id from ledger_transaction;

-- Payouts that are under way leave the wallet for HELD from now on; those that are under way at
-- this moment went to GATEWAY already and are brought back to HELD.
insert into account (id, kind, owner, currency, balance)
select gen_random_uuid(), 'HELD', user_id, currency, sum(amount)
from gateway_transfer where status = 'PENDING' and direction = 'OUT' group by user_id, currency;
with back as (
  insert into ledger_transaction (id, kind, reference, actor, occurred_at)
  select gen_random_uuid(), 'HOLD', id, 'system', now()
  from gateway_transfer where status = 'PENDING' and direction = 'OUT'
  returning id, reference),
queued as (insert into ledger_unsealed select id from back)
insert into posting (transaction_id, source, destination, amount, currency)
select back.id, gateway.id, held.id, transfer.amount, transfer.currency
from back
join gateway_transfer transfer on transfer.id = back.reference
join account held
  on held.kind = 'HELD' and held.owner = transfer.user_id and held.currency = transfer.currency
join account gateway
  on gateway.kind = 'GATEWAY' and gateway.owner is null and gateway.currency = transfer.currency;

create trigger postings_are_not_cut_off before truncate on posting
  for each statement execute function refuse_change();
create trigger ledger_transactions_are_not_cut_off before truncate on ledger_transaction
  for each statement execute function refuse_change();
