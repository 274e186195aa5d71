#!/bin/sh
# A database and an owner of its own for each domain; nobody else may connect.
set -eu

for domain in identity catalog inventory ordering payment notification; do
  # psql reads the password from its own variable, so that it stands on no command line.
  psql -v ON_ERROR_STOP=1 --username postgres << SQL
\\set password \`printenv ORDERLY_DB_PASSWORD\`
set log_min_error_statement = panic;
create role $domain login password :'password';
create database $domain owner $domain;
revoke all on database $domain from public;
SQL
done
