-- Searches that found nothing, folded, without who typed them; a job limits them to 1,000 of 30 days.
create table search_miss (
  words varchar(100) primary key,
  searches bigint not null,
  last_at timestamptz not null
);
