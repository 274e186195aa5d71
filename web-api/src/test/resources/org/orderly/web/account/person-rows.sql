-- A row of one person in each table with personal columns. PersonalColumnsDatabaseTest puts marks into the columns.

-- database identity
insert into users (id, email, name, password_hash, created_at, version)
  values (:user, 'ann@example.org', 'Ann', '$x$', now(), 0);
insert into user_role values (:user, 'customer');
insert into mailed_link (id, purpose, user_id, email, created_at, expires_at, asked_from, request_id)
  values (gen_random_uuid(), 'RESET_PASSWORD', :user, 'x', now(), now() + interval '1 hour', 'x', 'x');
insert into email_change (user_id, new_email, expires_at) values (:user, 'x', now() + interval '1 hour');
insert into session (id, user_id, device, address, opened_at, last_used_at, expires_at)
  values (gen_random_uuid(), :user, 'x', 'x', now(), now(), now() + interval '1 hour');
insert into refresh_token (token_hash, session_id, user_id, issued_at, expires_at)
  select sha256('x'), id, :user, now(), now() + interval '1 hour' from session;
insert into address (id, user_id, name, street, city, state, postal_code, country, is_default)
  values (gen_random_uuid(), :user, 'x', 'x', 'x', 'x', 'x', 'GB', true);
insert into second_factor (user_id, secret, begun_at) values (:user, 'x', now());
insert into recovery_code values (:user, sha256('x'));
insert into external_identity values ('x', 'x', :user, now());
insert into oidc_code values (sha256('x'), sha256('x'), :user, now() + interval '1 hour');
insert into consent (id, user_id, document, version, granted, at, address)
  values (gen_random_uuid(), :user, 'TERMS', '1', true, now(), 'x');
insert into audit_entry (seq, at, actor, action, subject, before, after, address, request_id, hash)
  values (1000000, now(), 'x', 'x', :user::text, 'x', 'x', 'x', 'x', sha256('x'));

-- database ordering
insert into orders (id, number, user_id, status, payment_method, currency, total, ship_name, ship_street, ship_city,
    ship_state, ship_postal_code, ship_country, placed_at, guest_id, guest_email, placed_from, expires_at)
  values ('00000000-0000-7000-8000-000000000001', '2026-000001', :user, 'PLACED', 'WALLET', 'EUR', 0, 'x', 'x', 'x',
    'x', 'x', 'GB', now(), gen_random_uuid(), 'x', 'x', now() + interval '1 hour');
insert into order_transition (order_id, step, from_status, to_status, occurred_at, event_id, event_type, actor, reason)
  values ('00000000-0000-7000-8000-000000000001', 0, null, 'PLACED', now(), gen_random_uuid(), 'OrderPlaced',
    :user::text, 'x');
insert into invoice_series values (2026, 1);
insert into invoice values ('00000000-0000-7000-8000-000000000001', 2026, 1, now(), 'x', '{}');
insert into order_return (id, order_id, status, reason, refusal, requested_at, changed_at)
  values (gen_random_uuid(), '00000000-0000-7000-8000-000000000001', 'REFUSED', 'x', 'x', now(), now());
insert into shipment (id, order_id, status, carrier, tracking_number, shipped_at)
  values (gen_random_uuid(), '00000000-0000-7000-8000-000000000001', 'SHIPPED', 'x', 'x', now());
insert into idempotency_key (caller, operation, key, fingerprint, answer) values (:user, 'place', 'x', 'x', 'x');

-- database notification
insert into inbox_message values (gen_random_uuid(), gen_random_uuid(), :user, 'x', 'x', 'x', now());
insert into mail_delivery (id, event_id, user_id, recipient, recipient_name, subject, body, status, attempts,
    created_at, next_attempt_at, last_error)
  values (gen_random_uuid(), gen_random_uuid(), :user, 'x', 'x', 'x', 'x', 'PENDING', 0, now(), now(), 'x');
insert into webhook_event values (gen_random_uuid(), 'x', now(), :user, 'x', now());

-- database payment
insert into payment (id, order_id, user_id, method, status, currency, amount, authorized, captured, created_at,
    gateway, reference, next_url, next_secret)
  values ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001', :user, 'CARD', 'CAPTURED',
    'EUR', 10, 10, 10, now(), 'x', 'x', 'x', 'x');
insert into payment_transition
  values ('00000000-0000-7000-8000-000000000002', 0, null, 'CAPTURED', now(), gen_random_uuid(), 'x', 'x', 'x');
insert into account (id, kind, owner, currency, balance)
  values ('00000000-0000-7000-8000-000000000003', 'WALLET', :user, 'EUR', 10),
         ('00000000-0000-7000-8000-000000000004', 'GATEWAY', null, 'EUR', null);
insert into ledger_transaction (id, kind, reference, occurred_at, actor, reason)
  values ('00000000-0000-7000-8000-000000000005', 'DEPOSIT', gen_random_uuid(), now(), 'x', 'x');
insert into posting (transaction_id, source, destination, amount, currency)
  values ('00000000-0000-7000-8000-000000000005', '00000000-0000-7000-8000-000000000004',
    '00000000-0000-7000-8000-000000000003', 10, 'EUR');
insert into refund (id, batch, order_id, payment_id, currency, amount, target, cause, status, reference, problem, actor,
    reason, created_at)
  values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), '00000000-0000-7000-8000-000000000002', 'EUR', 1,
    'ORIGINAL', 'REFUND', 'PENDING', 'x', 'x', 'x', 'x', now());
insert into dispute (id, payment_id, order_id, gateway, case_id, currency, amount, status, reason, opened_at,
    evidence_due)
  values (gen_random_uuid(), '00000000-0000-7000-8000-000000000002', gen_random_uuid(), 'x', 'x', 'EUR', 1, 'OPEN', 'x',
    now(), now());
insert into gateway_transfer (id, user_id, direction, status, currency, amount, gateway, created_at, token,
    gateway_reference, action_url, action_secret, reason, request_key, request_fingerprint)
  values (gen_random_uuid(), :user, 'IN', 'PENDING', 'EUR', 1, 'x', now(), 'x', 'x', 'x', 'x', 'x', 'x', 'x');
insert into card_intent (id, request_id, order_id, user_id, currency, amount, fingerprint, token_hash, gateway,
    reference, next_url, next_secret, state, due_at)
  values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), :user, 'EUR', 1, 'x', 'x', 'x', 'x', 'x', 'x',
    'ASKED', now());
insert into payment_task (id, payment_id, kind, problem)
  values (gen_random_uuid(), '00000000-0000-7000-8000-000000000002', 'CHECK', 'x');
insert into idempotency_key (caller, operation, key, fingerprint, answer) values (:user, 'deposit', 'x', 'x', 'x');
