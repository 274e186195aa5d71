-- What the gateway says it moved, compared with the ledger: one report a day, made by whoever
-- claims it.
create table reconciliation (
  day date primary key,
  report text,
  made_at timestamptz,
  claimed_at timestamptz
);
