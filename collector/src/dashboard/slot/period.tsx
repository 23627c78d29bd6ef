import type { JSX } from "hono/jsx/jsx-runtime";
import { dayText } from "../../results/index.js";
import { Repeated } from "../repeated.js";
import type { SlotProps } from "./props.js";
import { slotTexts } from "./texts.js";

interface PeriodProps extends SlotProps {
  today: number;
  query: Readonly<Record<string, string>>;
}

const lengths = [7, 28, 90];

/** Chooses the days that are counted: a usual length up to today, or two dates. */
export function PeriodForm({ view, slot, today, query }: PeriodProps): JSX.Element {
  const text = slotTexts[view.language];
  const period = (slot.visits?.reading ?? slot.uplift?.reading)?.period ?? { from: today, to: today };
  const { from: asked, to: askedTo, ...rest } = query;
  const pills = [
    ...lengths.map((days) => ({ name: text.lastDays(view.count(days)), from: dayText(today - days + 1) })),
    { name: text.all, from: undefined },
  ];
  return (
    <div class="toolbar">
      <ul class="pills">
        {pills.map(({ name, from }) => (
          <li>
            <a
              href={view.link("slot", { ...rest, from })}
              aria-current={asked === from && askedTo === undefined ? "true" : undefined}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
      <form class="row" method="get" action="slot">
        <Repeated query={rest} />
        <label>
          {text.from} <input type="date" name="from" value={dayText(period.from)} />
        </label>
        <label>
          {text.to} <input type="date" name="to" value={dayText(period.to)} />
        </label>
        <button>{text.show}</button>
      </form>
    </div>
  );
}
