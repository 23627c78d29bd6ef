/**
 * Stems in English and German, as regular expressions over words without dots on their umlauts and with one space around
 * each: a stem with a space before it begins a word. German composes words, so that a stem without is also found inside one.
 * Look-arounds spare products whose name only plays with such a word. Two letters that differ between the languages are
 * written as one: "so.ialis" is socialism and Sozialismus.
 */
const stems: string =
  // a topic that is nothing but this; the special-category rows of IAB Content Taxonomy 2.2 are named by id: "iab-287"
  "^ (health|gesundheit|medi[cz]ine?|therap(y|ie)|aids|drugs|drogen|waffen|weapons|iab (136|18[89]|199|2(00|11|[12]4|3[17]|8[7-9]|9.)|3([01].|2[0-3]|8[78])|4(10|5[3-9]|6[0-358])|549)) \n|" +
  // politics and trade unions
  "betriebsr|feminis|(trade|labou?r) union|gewerksch|ommunis| politi| nazi|tivis[mt]| wahl(k|pr|en )|fasch?is|(labou?r|green|ative) party|so.ialis| ([cf]d[up]|csu|spd|afd|die (linke|grunen)|partei(en)?|tories|republicans|democrats?|elections?|ig metall|ver di) |brexit|" +
  // pregnancy and fertility
  "menopau|maternit|miscar|fertilit|menstr|fehlgeb|abtrei| umstands(mo|kl|ho|bh)|kinderwu|[ck]ondom|contrace|wechselj|fruchtbark|aborti| ivf |schwange| verhut|pregnan|" +
  // genetic and biometric data
  " geneti| dn[as] test| gentest| genome? | biometri(?!\\w* [lt])|fac(e|ial) rec|gesichtserk|" +
  // health
  "krank(h|e? |ung)|(mental|mens|sexual) health|addiction|herpes|rheuma|herzin| medi[ck]a|alzheim|parkins|surger|ere[ck]til|horger|epilep|tumou?r|leuk[ae]mi| impf|angstst|hearing (a|l)|depress(?!ion gl)|diseas|anorex|blood press|obesit| adh[ds] |schlaganf|anxiet| hiv |pharma|vaccin|behinder|opioid|autis[mt]| allerg[iy]| apotheken? |ubergew|n.ontinen|hepatit|migra(i?ne|nt|tion)|diabet| corona |schizo|h[ae]morr|wheelch|impote|chemoth|adipos|rollstu|heart att|potenzm| psych(i|ot)|disabi| demen[tz]|prostat|ohol(is|ik)|bulimi| illness|on.olog|asthma|viagra|(drogen|hol|spiel|mager| )sucht|(brust|haut|(?<!zeichen) )krebs |cancer (?!zod)|blut(ho|dr|zu)|insuli| covid|arznei|disord|arthrit|" +
  // religion and belief
  "halal|horos|rosenkr|synago|atholi| kosc?her (?!s)| koran |atheis|islam| prayer (?!p)|buddhis| jew(s|ish)? | baptism| sikh|astrolog|spiritu[ae]l|torah|theolo|mosche|muslim|quran| gebet| tauf[ek]| jud(is|en |ai)|ramadan| religi| christ(en|lich|ian (?!d|lo|la))|kirch(en?|lich) |hijab|protesta|evangeli[^o]|hindui| church (?!s )|(?<!tail|grill|bbq|wine|wein|book|koch|back) bib(le|el)(?! paper)|kommunio|mosque|" +
  // ethnic origin
  "rassis| sinti |hispanic| raci[as]|african am| ancestry| ethni|fluchtl|refugee| auslande| asyl(?!u)|indigen|" +
  // sex life and orientation
  "lesb[ei]|prostitu|transgen|lgbt|porn| gays? |schwul|non ?binar|fetis| sex(?!t[ae]|y )|(?<!beton) vibrators? |bdsm|queer|eroti| dating |(homo|bi|ns)sex|" +
  // hardship, debt and crime
  "bestatt|povert|hartz iv|selbstmor|burgerge| armut| trauerf|domestic v|self harm|burial|zwangsr|funera|evicti|criminal|homeles|sui[cz]id|arbeitslos|insolv|hinterblieb| debts? |straft[^f]| abuse|(?<!true?) crimes? (?!n)|divorc|(prison|gefangnis|jail)(?!.* .ostum)| krimin(e|ali)|inkass|obdach|bankru|unemplo|missbrau|schufa| scheidu|schuld(en|n|un)|payday|sozialh|" +
  // what else the branch Sensitive Topics of IAB Content Taxonomy 3.1 names; alcohol and tobacco are goods as others are
  "illegal dr|munition|hassre|schusswaff|feuerwaff|firearm|terroris|obs[cz][eo]n|hate spee|sensitive topic";
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
