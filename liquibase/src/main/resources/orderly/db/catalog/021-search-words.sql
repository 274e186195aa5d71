-- The words of live products with the number of products that they are in: what misspelled words are compared with.
-- A job writes them.
create extension if not exists pg_trgm;
create table search_word (
  word text collate "C" primary key,
  products integer not null
);
create index search_word_similar on search_word using gin (word gin_trgm_ops);

-- Words that mean the same to shoppers. All rows of a group are equal; a phrase of two words is one word in a query.
create table search_synonym (
  meaning text not null,
  phrase varchar(100) not null,
  primary key (meaning, phrase)
);
insert into search_synonym (meaning, phrase) values
  ('television', 'tv'), ('television', 'television'), ('television', 'telly'),
  ('laptop', 'laptop'), ('laptop', 'notebook computer'), ('laptop', 'notebook pc'),
  ('refrigerator', 'refrigerator'), ('refrigerator', 'fridge'),
  ('phone', 'cell phone'), ('phone', 'mobile phone'), ('phone', 'smartphone'),
  ('sofa', 'sofa'), ('sofa', 'couch'),
  ('sneaker', 'sneaker'), ('sneaker', 'trainers'),
  ('vacuum', 'vacuum cleaner'), ('vacuum', 'hoover'),
  ('drive', 'usb stick'), ('drive', 'thumb drive'), ('drive', 'flash drive'),
  ('trousers', 'trousers'), ('trousers', 'pants');
create trigger synonym_changes_are_noted
  after insert or update or delete or truncate on search_synonym
  for each statement execute function note_catalog_change();
