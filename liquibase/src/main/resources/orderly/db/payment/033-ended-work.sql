-- For the cleaning: what is over for good, by the time when it was last worked on.
create index card_intent_over on card_intent (due_at)
  where state in ('DECLINED', 'PLACED', 'RELEASED');
create index payment_task_over on payment_task (due_at) where state in ('DONE', 'DROPPED');
