import { Failure, run, type Ports } from "../cli/index.js";
import { addQuestions, addTallies, openDatabase } from "../store/index.js";

const silent = { error: () => undefined, warn: () => undefined, info: () => undefined };

/**
 * Runs a command in this process; gives the lines that it printed, and at their end its failure.
 * @param now ms since 1970
 */
export async function runCommand(
  database: string,
  now: number,
  ...args: readonly string[]
): Promise<string[]> {
  const lines: string[] = [];
  const ports: Ports = {
    ...{ clock: () => now, newToken: () => `token-${now}`, log: silent, onStop: () => undefined },
    startCounter: () => {
      throw new Error("no command of these serves");
    },
    ...{ env: { DATABASE_URL: database }, print: (line) => void lines.push(line) },
    async pour(poured) {
      for await (const line of poured) lines.push(line);
    },
  };
  try {
    await run(args, ports);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    lines.push(`FAILED ${error.message}`);
  }
  return lines;
}

/** Makes the site "outdoor" with a lasting question of 30 answers, and six sums of three days, 42 in all. */
export async function fillDatabase(database: string, today: number): Promise<void> {
  await runCommand(database, 0, "site", "outdoor", "--origin", "https://shop.example");
  const db = await openDatabase(database);
  const key = { site: "outdoor", hash: "abcd" };
  const question = { ...key, name: "slot:hero", cells: 4, epsilon: 3e6, mechanism: "ss" as const };
  await addQuestions(db, [{ ...question, first_day: today - 2, answers: 30, lasting: 1 }]);
  const row = { ...key, question: "slot:hero", arm: -1 };
  const days = [today - 40, today - 1, today];
  await addTallies(
    db,
    days.flatMap((day) => [
      { ...row, day, cell: -1, count: 10 },
      { ...row, day, cell: 2, count: 4 },
    ]),
  );
  await db.destroy();
}
