/**
 * What GDPR Art. 9 protects, and hardship, debt and crime, as words in English and German, umlauts written without their
 * dots. German composes words, so that a stem without `\b` is also found inside one.
 */
const classes: readonly RegExp[] = [
  // the special-category rows of IAB Content Taxonomy 2.2, where a topic is named by its id: "iab-286"
  /^iab (136|188|189|199|200|211|214|224|231|237|28[7-9]|29\d|30\d|31\d|32[0-3]|387|388|410|45[3-9]|46[0-358]|468|549)$/,
  // health
  /^(health|gesundheit|medizin|medicine|therap(y|ie)|aids|drugs|drogen)$|(mental|womens?|mens?|sexual) health|gesundheits?(prob|zust|daten)|krankheit|erkrank|\bkranke?\b|disease|\billness|diabet|cancer|(brust|haut|darm|lungen)krebs|\bkrebs\b|tumou?r|onkolog|oncolog|(chemo|psycho|physio)ther|leuk.?mi|epilep|asthma|arthr[io]|rheuma|alzheimer|\bdemen[tz]|parkinson|autis[mt]|\bad(hd|hs)\b|depress|anxiety|angststo|schizo|psychi|disorder|anore[xk]|bulimi|magersucht|\bobes|adipos|ubergew|addiction|alcoholi(sm|cs)|alkoholi(sm|ker)|(drug|substance) abuse|(drogen|alkohol|spiel)sucht|\bsucht(\b|h|b|t)|\bhiv\b|herpes|hepatitis|in[ck]ontinen|hamorr|migr[ae]+ne|blut(hoch)?dr|blood (press|sugar)|blutzuck|cholester|herzinf|heart (att|dis)|schlaganf|\ballerg[iy]|disab[il]|behindert?e?r?n?(ung)?\b|wheelchair|rollstuhl|rollator|hearing (aid|loss)|horger|gehorl|blindness|sehbehind|pflegebed|covid/,
  /\bmedi(cal|cation|kament|zinisch)|arznei|\bapotheken?\b|pharmac|rezeptpf|prescription (drug|med)|surger[iy]|chirurg|insulin|opioid|vaccin|\bimpf|patient|viagra|potenzm|erectile|erektion|impoten|prostat/,
  // pregnancy and fertility
  /pregnan|\bmaternity|natal\b|schwanger|\bumstands(mo|kl|ho|bh|j)|fertili(ty|sat|zat)|unfrucht|\bfruchtbark|kinderwu|\bivf\b|miscarr|fehlgeb|abortion|abtreib|contracep|\bverhutu|[ck]ondom|menopaus|wechselj|menstru/,
  // religion and belief
  /\breligi|islam|muslim|moslem|mosque|moschee|\bquran|\bkoran|halal|hijab|ramadan|\bchristian(?! (dior|loub|lacr))|\bchrist(en|entum|lich)|\bchurch(es)?\b(?! s\b)|kirch(e|en|lich)\b|\bbib(le|el)|[ck]atholi|protestant|evangel[^i]|evangeli[^o]|\borthodox|\bjew(s|ish)?\b|\bjud(isch|entum|en\b|ais)|synago|\btorah?\b|\bkosc?her|hanuk|hindu|buddhis|\bsikh|atheis|agnosti|scientolog|mormon|jehova|rosenkr|\brosary|[ck]ru[cz]ifi|\bprayer(?! plant)|\bgebet|kommunion|(holy|first) communion|baptis|christening|\btauf(e|k)|theolog|worship|spiritual|astrolog|horos[ck]op|weltansch/,
  // politics and trade unions
  /\bpoliti|\b(cdu|csu|spd|fdp|afd)\b|\bdie (linke|grunen)\b|\bpartei(en)?\b|(labou?r|conserv\w+|green|democ\w+) party|\b(tories|republicans|democrats?|elections?)\b|brexit|\bwahl(k|pr|en\b)|bundestag|[ck]ommunis[mt]|[sz]o[cz]ialis[mt]|fas[cs]?c?his[mt]|\bnazi|nationalis|feminis|a[ck]tivis[mt]|(trade|labou?r) union|gewerksch|\big metall|\bver di\b|betriebsrat|works council/,
  // ethnic origin
  /\bethni|\bracia|rassis|\bracis|african american|\bblack (people|lives)|hispanic|afro ?ha|\bsinti\b|\bmigra(nt|tionsh)|immigra|einwander|\bausland[ei]r?\b|refugee|fluchtl|gefluch|\basyl(\b|b|a)|asylum seek|indigen|native american|\bancestry|ahnenf/,
  // genetic and biometric data
  /\bgeneti|\bgentest|\bd(na|ns) (test|kit)|genom(e|i)?\b|\bbiometri(?!\w* (lock|safe|schlo|tresor))|fac(e|ial) recogn|gesichtser/,
  // sex life and orientation
  /\bsex(?!t[ae]|y)|(homo|bi|trans|inter|pan)sex|\basex|eroti|porn|feti[sc]+h|\bbdsm|dildo|\bvibrators?\b|\bgays?\b|lesb(ian|isch|en)|transgen|queer|schwul|\blgbt|\bpride (month|fl|par)|non ?binar|prostitut|\bdating\b/,
  // hardship, debt and crime
  /\bdebts?\b|schuld(en|ner|ung)|insolv|bankrupt|\bpfandu|inkasso|payday|\bschufa|credit (rep|sc)|unemploy|arbeitslos|burgergeld|\bhartz iv|sozialhilfe|poverty|\barmut|homeless|obdachl|evict|domestic (vio|ab)|hausliche gewalt|missbrauch|\babuse|sui[cz]id|selbstm|self harm|divorc|\bscheidung|bereave|\btrauer(?!w)|funeral|bestatt|beerdig|\bcrimes?\b(?! (nov|fic|ser|thr))|kriminali?[te]|\bkriminell|criminal|straft|straffal|vorbestr|convict|\bfelon|\bprison|gefangnis|\bjail/,
];

/** Products whose name only plays with such a word. They are taken out before the classes are tried. */
const harmless =
  /\b(cocktail|grill|back|koch|wine?|bbq|style|baking|cook\w{0,9}) ?bib[el]{2}s?\b|\bkosher salt\b|\btrue? crime\b|\b(cancer|krebs) (zodiac|sternz\w+)|\b(zodiac|sternzeichen) (cancer|krebs)\b|\bdepression glass|\b(concrete|beton) vibrators?|\b(prison|gefangnis|jail|patient\w*|church|kirchen?)( \w+)? (costum|kostum|toy|play|spiel|lego)\w*/g;

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
  const plain = topicIdOrWords
    .slice(0, 500)
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replaceAll("ß", "ss")
    .replace(/[^a-z0-9]+/g, " ");
  // "ae" may be an umlaut written out: both readings are tried
  return [...new Set([plain, plain.replace(/([aou])e/g, "$1")])].some((text) => {
    const words = text.replace(harmless, " ").trim();
    return classes.some((pattern) => pattern.test(words));
  });
}
