/** Shown by --help and after a mistake. */
export const help: string = `heimspiel-collector: adds up randomized answers and removes the noise from the sum

  heimspiel-collector COMMAND [flags]

  serve            take reports and show results
      --port 8787                      0 for any free one; a taken one gives the next free one
      --host 127.0.0.1                 0.0.0.0 to be reached from other machines
      --site NAME                      add this site first
      --manifest heimspiel.json        where the site's slots, variants and topics are named
      --origin https://shop.example    a page origin that may send and read answers (repeatable)
      --token-file FILE                keep the API token in this file (mode 0600)
      --limit 600                      reports and questions for the model per address and minute, 0 for no
                                       limit; unless it is given, this machine's own addresses have none
      --trust-proxy                    take the sender's address from X-Forwarded-For
  init             make the database and the first API token

  site             list the sites
  site NAME        add or change a site (--manifest, --origin)
      --questions fixed                learn only questions that the manifest names; "any" for all again

  token            make one more API token, which reads results
      --admin                          one that may also change settings in the dashboard
      --setup                          a link that signs one browser in, once, within 7 days
      --share SITE                     a link to one site's results that cannot change anything
      --days 30                        how long the token or link is valid; API tokens have no end unless given
      --label TEXT                     what it is for, shown by --list
      --url http://localhost:8787      what links begin with
      --list                           tokens and links with their ids; they themselves are shown only once
      --revoke ID                      end one, and whoever is signed in with it

  export [SITE]    write sums to stdout: no report ids, no tokens
      --format ndjson                  with sites and questions, for import; "csv" for sums alone
  import FILE      take an ndjson export in, all or nothing. A day of a question that has sums here already is
                   refused, so nothing is counted twice; sites that are here keep their settings
      --replace                        for such days, put the file's sums in the place of those here
  backup FILE      copy an SQLite database, also while the collector runs (PostgreSQL: use pg_dump)
  migrate          bring the database to the newest schema, as serve does at its start
  doctor           look for what is wrong and say what helps; exit code 1 on a fault

  All of them take --database .heimspiel/collector.sqlite, or --database postgres://user:password@host/name,
  or DATABASE_URL from the environment, where no other user of the machine can read the password.
`;
