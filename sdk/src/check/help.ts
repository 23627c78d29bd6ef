/** What `heimspiel check --help` prints. */
export const help = `heimspiel check [options] URL|folder|file …

Checks the data-heim-* attributes, conditions, slots and goals of pages, and heimspiel.json.

  URL      one page, and the manifest its script tag names
  folder   all *.html, *.htm and heimspiel.json in it and below
  file     one page, with the heimspiel.json beside it, or one manifest (*.json)

  --manifest FILE|URL   check the pages against this manifest
  --max-warnings N      fail when there are more warnings than this
  --info                tell what is only worth knowing, too: variants that overlap
  --json                print a JSON array instead of lines
  -h, --help            print this

Exit code: 0 no errors, 1 errors or too many warnings, 2 nothing could be checked.`;
