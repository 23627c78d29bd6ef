/** Shown by --help and after a mistake. */
export const help: string = `heimspiel-collector: adds up randomized answers and removes the noise from the sum

  heimspiel-collector serve            take reports and show results
      --port 8787                      0 for any free one; a taken one gives the next free one
      --host 127.0.0.1                 0.0.0.0 to be reached from other machines
      --site NAME                      add this site first
      --manifest heimspiel.json        where the site's slots and variants are named
      --origin https://shop.example    a page origin that may send and read answers (repeatable)
      --token-file FILE                keep the API token in this file (mode 0600)
      --limit 600                      reports per address and minute, 0 for no limit; unless it is given,
                                       this machine's own addresses are not limited
      --trust-proxy                    take the sender's address from X-Forwarded-For
  heimspiel-collector init             make the database and the first API token
  heimspiel-collector site             list the sites
  heimspiel-collector site NAME        add or change a site (--manifest, --origin)
  heimspiel-collector token            make one more API token
  heimspiel-collector token --setup    make a link that signs one browser in (--url http://localhost:8787)

  All of them take --database .heimspiel/collector.sqlite
`;
