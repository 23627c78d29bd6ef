import { useState } from "react";

/** What is in the slot is none of React's business: one object, made once, so that no re-render writes it again. */
const hero = {
  __html:
    "<h2>Default hero</h2>" +
    '<template data-heim-variant="ski" data-heim-when="declared.sport = ski"><h2>Skis hero</h2></template>',
};

/** The markup that docs/frameworks.md recommends. */
function Slot({ name }) {
  return <section data-heim-slot={name} suppressHydrationWarning dangerouslySetInnerHTML={hero} />;
}

/** A slot whose default React renders, which is not recommended. */
function OwnedSlot({ sale }) {
  const variant = { __html: "<h2>Skis owned</h2>" };
  return (
    <section data-heim-slot="owned">
      {sale ? <p>Sale</p> : <h2>Default owned</h2>}
      <template
        data-heim-variant="ski"
        data-heim-when="declared.sport = ski"
        suppressHydrationWarning
        dangerouslySetInnerHTML={variant}
      />
    </section>
  );
}

export function App({ owned }) {
  const [count, setCount] = useState(0);
  return (
    <main>
      <h1>Clicked {count} times</h1>
      <button onClick={() => setCount(count + 1)}>Click</button>
      {owned ? <OwnedSlot sale={count > 0} /> : <Slot name="hero" />}
      {count > 1 && <Slot name="late" />}
      <section data-heim-slot="golf" suppressHydrationWarning>
        <h2>For all</h2>
      </section>
      <section data-heim-slot="tennis" suppressHydrationWarning>
        <h2>For all</h2>
      </section>
    </main>
  );
}
