-- Sums by account are read off the index alone, when the books are checked.
create index posting_from on posting (source, id) include (amount);
drop index posting_by_source;
create index posting_to on posting (destination, id) include (amount);
drop index posting_by_destination;
