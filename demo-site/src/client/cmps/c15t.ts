import { getOrCreateConsentRuntime } from "c15t";
import { readShopData } from "../page.js";
import { connect } from "./connect.js";
import { nothing, startOwnBanner, type Choice } from "./own-banner.js";

// The package itself puts the store on the page as `c15tStore`.
const { consentStore } = getOrCreateConsentRuntime({
  mode: "offline",
  consentCategories: ["necessary", "experience", "measurement"],
  overrides: { country: "DE", language: readShopData().language },
  storageConfig: { storageKey: "almweg-c15t" },
  // Nothing on these pages goes on running after a withdrawal, so that no reload is needed to stop it.
  store: { reloadOnConsentRevoked: false },
});

const banner = startOwnBanner({
  choose: (choice) => void save(choice),
  close: () => consentStore.getState().setActiveUI("none"),
});
connect({
  open: () => consentStore.getState().setActiveUI("dialog"),
  refuse: () => void save(nothing),
});
consentStore.subscribe((state, before) => {
  if (state.activeUI !== before.activeUI) show();
});
show();

function show(): void {
  const { activeUI, hasConsented, consents } = consentStore.getState();
  if (activeUI === "none") banner.hide();
  else
    banner.show(
      hasConsented() ? { preferences: consents.experience, statistics: consents.measurement } : undefined,
    );
}

async function save({ preferences, statistics }: Choice): Promise<void> {
  const { setSelectedConsent, saveConsents } = consentStore.getState();
  setSelectedConsent("experience", preferences);
  setSelectedConsent("measurement", statistics);
  await saveConsents("custom");
}
