--liquibase formatted sql

--changeset orderly:audit-log splitStatements:false
-- What was done, by whom and from where. The database itself numbers and chains the entries, so
-- that they are without gaps and in order over all instances, whoever writes them.
create table audit_entry (
  seq        bigint primary key,
  at         timestamptz not null,
  actor      text not null,
  action     text not null,
  subject    text not null,
  before     text,
  after      text,
  address    text not null,
  request_id text not null,
  hash       bytea not null
);
create index audit_entry_by_time on audit_entry (at);
create index audit_entry_by_actor on audit_entry (actor, seq);
create index audit_entry_by_action on audit_entry (action text_pattern_ops, seq);
create index audit_entry_by_subject on audit_entry (subject, seq);
create index audit_entry_by_request on audit_entry (request_id, seq);

-- The last entry's number and hash: the one row that writers queue at.
create table audit_head (
  only_row boolean primary key default true check (only_row),
  seq      bigint not null,
  hash     bytea not null
);
insert into audit_head (seq, hash) values (0, decode(repeat('00', 32), 'hex'));

-- A text with its length, so that no two entries have the same form.
create function audit_form(value text) returns text language sql immutable as $$
  select case when value is null then '-'
         else octet_length(convert_to(value, 'UTF8')) || ':' || value end
$$;

create function audit_chain() returns trigger language plpgsql as $$
declare
  head audit_head%rowtype;
begin
  select * into strict head from audit_head for update;
  new.seq := head.seq + 1;
  new.hash := sha256(head.hash || convert_to(
    audit_form(new.seq::text)
    || audit_form(to_char(new.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
    || audit_form(new.actor) || audit_form(new.action) || audit_form(new.subject)
    || audit_form(new.before) || audit_form(new.after)
    || audit_form(new.address) || audit_form(new.request_id), 'UTF8'));
  update audit_head set seq = new.seq, hash = new.hash;
  return new;
end
$$;
create trigger entries_are_chained before insert on audit_entry
  for each row execute function audit_chain();

create function audit_refuse_change() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'audit_head' and tg_op = 'UPDATE' and pg_trigger_depth() > 1 then
    return null;
  end if;
  raise exception 'the audit log is never changed' using errcode = 'restrict_violation';
end
$$;
create trigger entries_are_final before update or delete or truncate on audit_entry
  for each statement execute function audit_refuse_change();
create trigger head_follows_entries before insert or update or delete or truncate on audit_head
  for each statement execute function audit_refuse_change();
