/** Suppliers that the demo activities and assets name. All are invented. */
export const demoSuppliers: readonly { key: string; name: string; country: string }[] = [
  { key: 'linden', name: 'Linden Journal Demo AB', country: 'SE' },
  { key: 'bildarkiv', name: 'Bildarkiv Demo GmbH', country: 'DE' },
  { key: 'schema', name: 'Schema Moln Demo Ltd', country: 'IE' },
  { key: 'kamera', name: 'Trygghet i Hemmet Demo AB', country: 'SE' },
]
