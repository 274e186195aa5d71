-- How far the auditor has come on each of its ways through the books.
create table audit_track (
  name text primary key,
  position text,
  began_at timestamptz not null,
  completed_at timestamptz,
  complete_since timestamptz
);
comment on column audit_track.position is 'where the next slice begins; null at the beginning';
comment on column audit_track.complete_since is 'when the last pass that came to the end began';

-- What it found and could not disprove since.
create table audit_finding (
  check_id text not null,
  track text not null,
  subject text not null,
  detail text not null,
  found_at timestamptz not null,
  seen_at timestamptz not null,
  primary key (check_id, track, subject)
);

-- The one row that tells when it looked last.
create table audit_look (
  only_row boolean primary key default true check (only_row),
  looked_at timestamptz not null
);
