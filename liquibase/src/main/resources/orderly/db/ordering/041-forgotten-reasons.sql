-- A step is never changed, but for the words that somebody typed who is forgotten by now.
create function refuse_other_step() returns trigger language plpgsql as $$
declare
  kept order_transition := new;
begin
  kept.reason := old.reason;
  if kept is distinct from old or new.reason is distinct from 'erased' or old.reason is null then
    raise exception 'rows of % are never changed', tg_table_name
      using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
drop trigger transitions_are_final on order_transition;
create trigger transitions_stay before delete on order_transition
  for each statement execute function refuse_change();
create trigger transitions_are_final before update on order_transition
  for each row execute function refuse_other_step();
