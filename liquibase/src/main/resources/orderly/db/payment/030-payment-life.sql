-- An order may be paid in several parts, by several means.
alter table payment add column part smallint not null default 0 check (part >= 0);
alter table payment drop constraint payment_order_id_key;
alter table payment add constraint payment_order_id_part_key unique (order_id, part);
alter table payment drop constraint payment_method_check;
alter table payment add constraint payment_method_check
  check (method in ('WALLET', 'CARD', 'INVOICE'));
alter table payment drop constraint payment_status_check;
alter table payment add constraint payment_status_check check (status in
  ('PENDING', 'AUTHORIZED', 'CAPTURED', 'PARTIALLY_REFUNDED', 'REFUNDED', 'DISPUTED',
   'CHARGED_BACK', 'FAILED', 'VOIDED'));
-- What a gateway was asked to give back and has not answered is kept for it: refunding.
alter table payment add column refunding bigint not null default 0;
alter table payment drop constraint refunded_captured_authorized;
alter table payment add constraint refunded_captured_authorized check (
  0 <= refunded and 0 <= refunding and refunded + refunding <= captured
  and captured <= authorized);
alter table payment add column gateway text;
alter table payment add column reference text check (length(reference) <= 255);
-- What the buyer has to do, for as long as the payment waits for it.
alter table payment add column next_url text check (length(next_url) <= 2000);
alter table payment add column next_secret text check (length(next_secret) <= 500);
alter table payment add column expires_at timestamptz;
create index payment_by_status on payment (status, id);
create index payment_by_reference on payment (gateway, reference) where reference is not null;

create table payment_transition (
  payment_id uuid not null references payment,
  step int not null check (step >= 0),
  from_status text,
  to_status text not null,
  occurred_at timestamptz not null,
  event_id uuid not null unique,
  event_type text not null,
  actor text not null,
  reason text check (length(reason) <= 500),
  primary key (payment_id, step)
);
-- The events of what was paid before there were transitions are long sent; only their ids are new.
insert into payment_transition
    (payment_id, step, from_status, to_status, occurred_at, event_id, event_type, actor)
select p.id, 0, null, p.status, p.created_at,
       coalesce((select e.event_id from outbox e
                 where e.aggregate_id = p.order_id and e.type = 'PaymentCaptured'),
                gen_random_uuid()),
       'PaymentCaptured', 'system'
from payment p;
create trigger payment_transitions_are_final before update or delete on payment_transition
  for each statement execute function refuse_change();
create trigger payment_transitions_are_not_cut_off before truncate on payment_transition
  for each statement execute function refuse_change();

-- An order may move money of one kind more than once, by another payment each time.
alter table ledger_transaction drop constraint ledger_transaction_kind_reference_key;
alter table ledger_transaction add constraint ledger_transaction_once
  unique nulls not distinct (kind, reference, payment_id);
