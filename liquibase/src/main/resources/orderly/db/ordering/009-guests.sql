-- Whose a guest's order was before an account took it over: derived from the e-mail address.
alter table orders add column guest_id uuid;
alter table orders add constraint guests_have_an_address
  check ((guest_id is null) = (guest_email is null));
