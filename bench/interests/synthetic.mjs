/**
 * SYNTHETIC sessions: nobody's behaviour. They show whether the model holds what it is made for; they are no evidence of
 * how well it does in a shop. Two lasting tastes, one passing interest that changes every five sessions on average, and
 * noise (5 : 3 : 2); sessions of 2 to 8 views, with gaps of 1 to 20 days.
 */
export function synthetic(visitors = 300, seed = 1) {
  let state = seed;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const below = (n) => Math.floor(random() * n);
  const visitor = (user) => {
    const tastes = [below(30), below(30)];
    let passing = below(30);
    let at = Date.UTC(2026, 0, 1);
    return Array.from({ length: 12 }, () => {
      at += (1 + below(20)) * 86_400_000;
      if (random() < 0.2) passing = below(30);
      return Array.from({ length: 2 + below(7) }, (_, i) => {
        const r = random();
        const category = r < 0.5 ? tastes[below(2)] : r < 0.8 ? passing : below(30);
        return { user, at: at + i * 60_000, item: `${at} ${i}`, kind: "view", categories: [`c${category}`] };
      });
    }).flat();
  };
  return Array.from({ length: visitors }, (_, i) => visitor(String(i))).flat();
}
