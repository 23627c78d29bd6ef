/**
 * Stems in English and German, as regular expressions over words without dots on their umlauts and with one space around
 * each: a stem with a space before it begins a word. German composes words, so that a stem without is also found inside one.
 * Look-arounds spare products whose name only plays with such a word. Two letters that differ between the languages are
 * written as one: "so.ialis" is socialism and Sozialismus.
 */
const stems: string =
  // a topic that is nothing but this; the special-category rows of IAB Content Taxonomy 2.2 are named by id: "iab-287"
  "^ (health|gesundheit|medi[cz]ine?|therap(y|ie)|aids|drugs|drogen|iab (136|18[89]|199|200|211|2[12]4|23[17]|28[7-9]|29.|3[01].|32[0-3]|38[78]|410|45[3-9]|46[0-358]|549)) \n|" +
  // health
  "(mental|mens|sexual) health|krank(h|e? |ung)|disease| illness|diabet|cancer (?!zod)|(brust|haut|(?<!zeichen) )krebs |tumou?r|on.olog|epilep|asthma|rheuma|alzheimer| demen[tz]|parkinson|autis[mt]| adh[ds] |depress(?!ion gl)|anxiety|angstst|schizo| psych(i|ot)|disorder|anorex|ubergew|addiction|ohol(is|ik)|(drogen|hol|spiel|mager| )sucht| hiv |hepatit|n.ontinen|h[ae]morr|migra(i?ne|nt|tion)|blut(ho|dr|zu)|herzin| allerg[iy]|disabi|behinder|wheelchair|rollstu|hearing (a|l)|horger|chemoth|" +
  "leuk[ae]mi|arthriti|herpes|obesity|adiposit|bulimi|blutdruck|blood press|heart att|schlaganf|insulin|prostat|impoten|ere[ck]til|opioid| covid| corona |surgery|" +
  " medi[ck]a|arznei| apotheken? |pharma|vaccin| impf|viagra|potenzm|" +
  // pregnancy and fertility
  "pregnan|maternity|schwanger| umstands(mo|kl|ho|bh)|fertilit|fruchtbark|kinderwu| ivf |fehlgeb|miscarr|menstru|abortion|abtreib|contrace| verhut|[ck]ondom|menopau|wechselj|" +
  // religion and belief
  " religi|islam|muslim|mosque|moschee|quran| koran |halal|hijab|ramadan| christ(en|lich|ian (?!d|lo|la))| church (?!s )|kirch(en?|lich) |(?<!tail|grill|bbq|wine|wein|book|koch|back) bib(le|el)|atholi|protesta|evangeli[^o]| jew(s|ish)? | jud(is|en |ai)|synago|torah| kosc?her (?!s)|hinduis|buddhis| sikh|atheis|rosenkr| prayer (?!p)| gebet|kommunion| tauf[ek]| baptism|theolog|spiritual|astrolog|horos|" +
  // politics and trade unions
  " politi| ([cf]d[up]|csu|spd|afd|die (linke|grunen)|partei(en)?|tories|republicans|democrats?|elections?|ig metall|ver di) |(labou?r|green|ative) party|brexit| wahl(k|pr|en )|ommunis|so.ialis|fasch?is| nazi|feminis|tivis[mt]|(trade|labou?r) union|gewerksch|betriebsr|" +
  // ethnic origin
  " ethni| raci[as]|rassis|african am|hispanic|migrant|immigra| auslande|refugee| sinti |indigen|fluchtl| asyl(?!u)| ancestry|" +
  // genetic and biometric data
  " geneti| gentest| dn[as] test| genome? | biometri(?!\\w* [lt])|(face|facial) rec|gesichtserk|" +
  // sex life and orientation
  " sex(?!t[ae]|y )|(homo|bi|ns)sex|eroti|porn|fetis|bdsm|(?<!beton) vibrators? | gays? |lesb[ei]|transgen|queer|schwul|lgbt|non ?binar|prostitu| dating |" +
  // hardship, debt and crime
  " debts? |schuld(en|n|un)|insolv|bankrupt|payday|schufa|arbeitslos|unemploy|burgerge|hartz iv|poverty| armut|homeless|obdachl|domestic v|missbrau| abuse|sui[cz]id|selbstmor|self harm|divorc| scheidung| trauerf|funeral|burial|bestatt|hinterblieb|inkasso|sozialhilf|zwangsra|eviction|(?<!true?) crimes? (?!n)| krimin(e|ali)|criminal|straft[^f]|(prison|gefangnis|jail)(?!.* .ostum)";
const sensitive = new RegExp(stems);

/**
 * Whether a topic belongs to a special category of personal data (GDPR Art. 9: health and pregnancy, religion and belief,
 * politics, trade unions, ethnic origin, genetic and biometric data, sex life and orientation) or to personal hardship,
 * debt or crime. Such topics are dropped before anything is kept.
 * @param topicIdOrWords a topic's id ("iab-287", "umstandsmode") or words, English or German; its first 500 characters count
 * @returns true when it must not be recorded
 * @example
 * isSensitive("Schwangerschaftsmode"); // true
 * isSensitive("gesundheitsschuhe"); // false
 * @see https://eur-lex.europa.eu/eli/reg/2016/679/oj Art. 9
 */
export function isSensitive(topicIdOrWords: string): boolean {
  const words = ` ${topicIdOrWords.slice(0, 500)} `
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9ß]+/g, " ");
  // "ae" may be an umlaut written out: both readings are tried
  return sensitive.test(`${words}\n${words.replace(/([aou])e/g, "$1")}`);
}
