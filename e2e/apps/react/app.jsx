import { useEffect, useRef, useState } from "react";

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

/** A slot whose default React renders. Where it says so, it is left alone until React has brought it to life. */
function OwnedSlot({ sale, wait }) {
  const variant = { __html: "<h2>Skis owned</h2>" };
  const slot = useRef(null);
  useEffect(() => {
    if (wait) (window.heimspiel ||= []).push(["refresh", slot.current]);
  }, [wait]);
  return (
    <section
      ref={slot}
      data-heim-slot="owned"
      data-heim-hydrate={wait !== undefined}
      data-heim-wait={wait}
      suppressHydrationWarning
    >
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

export function App({ path }) {
  const [count, setCount] = useState(0);
  return (
    <main>
      <h1>Clicked {count} times</h1>
      <button onClick={() => setCount(count + 1)}>Click</button>
      {path === "/" && <Slot name="hero" />}
      {path !== "/" && <OwnedSlot sale={count > 0} wait={{ "/waits": 9000, "/late": 100 }[path]} />}
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
