const open = (box: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${box} ${box}" width="${box}" height="${box}">`;
const stroke = `fill="none" stroke="#22382f" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"`;

/** Small signs, by file name. */
export const icons: Readonly<Record<string, string>> = {
  mark:
    open(36) +
    `<rect width="36" height="36" rx="9" fill="#22382f"/><path d="M5 27 L14 12 L19 19 L23 14 L31 27 Z" fill="#f3efe6"/><path d="M14 12 L17.2 16.8 L14.2 18.6 L11.2 16.8 Z" fill="#d9822b"/></svg>`,
  glass:
    open(24) + `<g ${stroke}><circle cx="10.5" cy="10.5" r="6.5"/><path d="M15.5 15.5 L21 21"/></g></svg>`,
  basket:
    open(24) +
    `<g ${stroke}><path d="M3 9 H21 L19 20 H5 Z M8 9 L11 3 M16 9 L13 3 M9 13 V16 M12 13 V16 M15 13 V16"/></g></svg>`,
  list:
    open(96) +
    `<rect x="16" y="8" width="64" height="80" rx="8" fill="#fffdf7" stroke="#22382f" stroke-width="3"/><rect x="34" y="2" width="28" height="14" rx="5" fill="#d9822b"/><g ${stroke}><path d="M28 32 l4 4 l7 -8 M28 50 l4 4 l7 -8 M28 68 l4 4 l7 -8 M48 33 H68 M48 51 H68 M48 69 H62"/></g></svg>`,
  device:
    open(220) +
    `<circle cx="110" cy="110" r="100" fill="#dfe8dc"/><rect x="66" y="26" width="88" height="168" rx="16" fill="#22382f"/><rect x="73" y="40" width="74" height="138" rx="6" fill="#f7f3e8"/><path d="M73 150 L96 112 L110 132 L122 116 L147 150 V178 H73 Z" fill="#4d7a63"/><circle cx="126" cy="76" r="11" fill="#d9822b"/><path d="M110 188 v0.1" stroke="#f7f3e8" stroke-width="5" stroke-linecap="round"/></svg>`,
};
